package org.redress.platform.pages;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The page to begin at: whose service this is, who has signed in, and the way to the others. */
@Controller
class HomeController {

    @GetMapping("/")
    String home() {
        return "redress/home";
    }
}
