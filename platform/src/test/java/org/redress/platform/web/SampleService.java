package org.redress.platform.web;

import com.mongodb.MongoTimeoutException;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.redress.platform.limits.LimitsAutoConfiguration;
import org.redress.platform.pages.PagesAutoConfiguration;
import org.redress.platform.signin.SignInAutoConfiguration;
import org.redress.platform.time.TimeAutoConfiguration;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.MessageSourceAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.HttpEncodingAutoConfiguration;
import org.springframework.boot.thymeleaf.autoconfigure.ThymeleafAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.RestController;

/** The smallest service with the shared edge. */
@SpringBootConfiguration
@ImportAutoConfiguration({
    TimeAutoConfiguration.class,
    WebAutoConfiguration.class,
    LimitsAutoConfiguration.class,
    SignInAutoConfiguration.class,
    PagesAutoConfiguration.class,
    ThymeleafAutoConfiguration.class,
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    ErrorMvcAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    HttpEncodingAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    MessageSourceAutoConfiguration.class,
    ValidationAutoConfiguration.class,
    SecurityAutoConfiguration.class,
    SecurityFilterAutoConfiguration.class,
    ServletWebSecurityAutoConfiguration.class,
    UserDetailsServiceAutoConfiguration.class
})
class SampleService {

    @Bean
    OpenPaths openPaths() {
        return new OpenPaths(List.of(
                "/api/open",
                "/api/said",
                "/api/done",
                "/api/broken",
                "/api/away",
                "/api/timeout",
                "/api/conflict",
                "/api/gone",
                "/api/number",
                "/api/limited",
                "/portal"));
    }

    @Bean
    InternalPaths internalPaths() {
        return new InternalPaths(Map.of("/internal/probe", InternalPaths.services(List.of("test"))));
    }

    @Bean
    MeterRegistry meters() {
        return new SimpleMeterRegistry();
    }

    @Controller
    static class SamplePages {

        @GetMapping("/portal")
        String portal() {
            return "redress/home";
        }

        @GetMapping("/desk")
        String desk() {
            return "redress/home";
        }

        @PostMapping("/desk")
        @ResponseBody
        String send() {
            return "sent";
        }

        @GetMapping("/auditors")
        @PreAuthorize("hasRole('auditor')")
        String auditors() {
            return "redress/home";
        }

        @GetMapping("/defect")
        String defect() {
            throw new IllegalStateException("secret detail of the inside");
        }
    }

    enum Colour {
        RED,
        GREEN
    }

    record Inner(String kind, List<Integer> numbers) {}

    record Outer(@Size(max = 5) String text, Colour colour, Inner inner, LocalDate day) {}

    record Said(@NotBlank @Size(max = 5) String words, LocalDate day) {}

    @RestController
    static class SampleController {

        final AtomicInteger done = new AtomicInteger();

        @PostMapping("/api/done")
        int done() {
            return done.incrementAndGet();
        }

        @PostMapping("/api/said")
        Said said(@Valid @RequestBody Said said) {
            done.incrementAndGet();
            return said;
        }

        @GetMapping("/api/done")
        Map<String, Object> count(@RequestParam(required = false) LocalDate day) {
            return day == null ? Map.of("count", done.get()) : Map.of("count", done.get(), "day", day);
        }

        final AtomicInteger limited = new AtomicInteger();

        @PostMapping("/api/limited")
        int limited() {
            return limited.incrementAndGet();
        }

        @PostMapping("/api/open")
        Outer open(@Valid @RequestBody Outer outer) {
            return outer;
        }

        @GetMapping("/api/closed")
        Map<String, String> closed(Authentication who) {
            return Map.of("name", who.getName());
        }

        @GetMapping("/api/officers")
        @PreAuthorize("hasRole('officer')")
        String officers() {
            return "ok";
        }

        @GetMapping("/internal/probe")
        Map<String, String> internal(Authentication who) {
            return Map.of("name", who.getName());
        }

        @GetMapping("/internal/forgotten")
        String forgotten() {
            return "for nobody";
        }

        @GetMapping("/api/number")
        int number(@RequestParam int n) {
            return n;
        }

        @GetMapping("/api/broken")
        String broken() {
            throw new IllegalStateException("secret detail of the inside");
        }

        @GetMapping("/api/away")
        String away() {
            throw new DataAccessResourceFailureException("host 10.0.0.1");
        }

        @GetMapping("/api/timeout")
        String timeout() {
            throw new IllegalStateException(new MongoTimeoutException("host 10.0.0.1"));
        }

        @GetMapping("/api/conflict")
        String conflict() {
            throw new ConflictException("field.duplicate").with("receipt", "R1");
        }

        @GetMapping("/api/gone")
        String gone() {
            throw new InvalidRequestException(
                    HttpStatus.UNPROCESSABLE_CONTENT, List.of(new FieldProblem("key", "plain sentence", null)));
        }
    }
}
