package org.redress.platform.web;

import com.mongodb.MongoTimeoutException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The smallest service with the shared edge. */
@SpringBootConfiguration
@ImportAutoConfiguration({
    WebAutoConfiguration.class,
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
        return new OpenPaths(List.of("/open", "/broken", "/away", "/timeout", "/conflict", "/gone", "/number"));
    }

    enum Colour {
        RED,
        GREEN
    }

    record Inner(String kind, List<Integer> numbers) {}

    record Outer(@Size(max = 5) String text, Colour colour, Inner inner, LocalDate day) {}

    @RestController
    static class SampleController {

        @PostMapping("/open")
        Outer open(@Valid @RequestBody Outer outer) {
            return outer;
        }

        @GetMapping("/closed")
        Map<String, String> closed(Authentication who) {
            return Map.of("name", who.getName());
        }

        @GetMapping("/officers")
        @PreAuthorize("hasRole('officer')")
        String officers() {
            return "ok";
        }

        @GetMapping("/internal/probe")
        Map<String, String> internal(Authentication who) {
            return Map.of("name", who.getName());
        }

        @GetMapping("/number")
        int number(@RequestParam int n) {
            return n;
        }

        @GetMapping("/broken")
        String broken() {
            throw new IllegalStateException("secret detail of the inside");
        }

        @GetMapping("/away")
        String away() {
            throw new DataAccessResourceFailureException("host 10.0.0.1");
        }

        @GetMapping("/timeout")
        String timeout() {
            throw new IllegalStateException(new MongoTimeoutException("host 10.0.0.1"));
        }

        @GetMapping("/conflict")
        String conflict() {
            throw new ConflictException("field.duplicate").with("receipt", "R1");
        }

        @GetMapping("/gone")
        String gone() {
            throw new InvalidRequestException(
                    HttpStatus.UNPROCESSABLE_CONTENT, List.of(new FieldProblem("key", "plain sentence", null)));
        }
    }
}
