package org.redress.platform.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The address to begin at: the first page of the navigation, or who has signed in where that has none for them. */
@Controller
class HomeController {

    private final List<NavigationEntry> navigation;

    HomeController(List<NavigationEntry> navigation) {
        this.navigation = navigation;
    }

    @GetMapping("/")
    String home(@Nullable Authentication who) {
        Caller reader = Caller.of(who);
        return navigation.stream()
                .filter(entry -> reader != null && entry.isFor(reader))
                .findFirst()
                .map(entry -> "redirect:" + entry.path())
                .orElse("redress/home");
    }
}
