package org.redress.routing.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.routing.Tokens.officer;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** The calendar says of each day what the working calendar knows of it. */
class CalendarPageTest extends RunningRouting {

    @Autowired
    private MockMvc mvc;

    @Test
    void saysWhyADayIsOffAndWhichIsWorkedForIt() throws Exception {
        assertThat(day("2026-04", "04-06")).contains("free", "休：清明节").doesNotContain("节后首日");
        assertThat(day("2026-04", "04-07")).contains("节后首日").doesNotContain("free");
        assertThat(day("2026-04", "04-13")).as("a Monday after a weekend").doesNotContain("节后首日", "free");
        assertThat(day("2026-10", "10-10")).contains("班：国庆节", "调休").doesNotContain("free");
        assertThat(read("2026-04")).doesNotContain("尚未公布");
        assertThat(read("2199-04")).contains("2199 年的放假通知尚未公布");
    }

    @Test
    void saysWhichMonthsThereAre() throws Exception {
        MockHttpServletResponse refused = asked("April");

        assertThat(refused.getStatus()).isEqualTo(400);
        assertThat(refused.getContentAsString(StandardCharsets.UTF_8)).contains("month", "1900 至 2199 年");
    }

    /** The cell of a day. */
    private String day(String month, String day) throws Exception {
        String page = read(month);
        int at = page.indexOf(">" + day + "<");
        assertThat(at).as(page).isPositive();
        return page.substring(page.lastIndexOf("<td", at), page.indexOf("</td>", at));
    }

    private String read(String month) throws Exception {
        return asked(month).getContentAsString(StandardCharsets.UTF_8);
    }

    private MockHttpServletResponse asked(String month) throws Exception {
        return mvc.perform(get("/calendar")
                        .param("month", month)
                        .accept(MediaType.TEXT_HTML)
                        .locale(Locale.CHINESE)
                        .with(officer("li.wei")))
                .andReturn()
                .getResponse();
    }
}
