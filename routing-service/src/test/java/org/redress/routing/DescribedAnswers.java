package org.redress.routing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.redress.starters.DescribedStatuses;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcBuilderCustomizer;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.ConfigurableMockMvcBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.context.support.WebApplicationContextUtils;

/** Has every test look whether the description of the interface names the status that it sees. */
@Component
class DescribedAnswers implements MockMvcBuilderCustomizer {

    // The same in every context of routing.
    private static @Nullable DescribedStatuses known;

    @Override
    public void customize(ConfigurableMockMvcBuilder<?> builder) {
        builder.alwaysDo(DescribedAnswers::look);
    }

    private static void look(MvcResult result) throws Exception {
        statuses(result)
                .require(
                        Objects.requireNonNull(result.getRequest().getMethod()),
                        result.getRequest().getRequestURI(),
                        result.getResponse().getStatus());
    }

    private static synchronized DescribedStatuses statuses(MvcResult result) throws Exception {
        if (known == null) {
            WebApplicationContext context = WebApplicationContextUtils.getRequiredWebApplicationContext(
                    Objects.requireNonNull(result.getRequest().getServletContext()));
            known = new DescribedStatuses(MockMvcBuilders.webAppContextSetup(context)
                    .build()
                    .perform(MockMvcRequestBuilders.get("/v3/api-docs"))
                    .andReturn()
                    .getResponse()
                    .getContentAsString(UTF_8));
        }
        return known;
    }
}
