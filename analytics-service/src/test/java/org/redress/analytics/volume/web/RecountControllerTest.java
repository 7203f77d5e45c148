package org.redress.analytics.volume.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import org.junit.jupiter.api.Test;
import org.redress.analytics.AnalyticsStack;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;

class RecountControllerTest extends AnalyticsStack {

    @Autowired
    private MockMvc mvc;

    @Test
    void isForOperatorsAlone() throws Exception {
        assertThat(recount("admin").getContentAsString()).isEqualTo("{\"corrected\":0}");
        assertThat(recount("service").getStatus()).isEqualTo(403);
        assertThat(recount("supervisor").getStatus()).isEqualTo(403);
        assertThat(mvc.perform(post("/internal/recount"))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(401);
    }

    private MockHttpServletResponse recount(String role) throws Exception {
        return mvc.perform(
                        post("/internal/recount").with(jwt().authorities(new SimpleGrantedAuthority("ROLE_" + role))))
                .andReturn()
                .getResponse();
    }
}
