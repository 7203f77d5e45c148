package org.redress.platform.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;

/** Gives every page its frame. */
final class FrameInterceptor implements HandlerInterceptor {

    private final String service;
    private final List<Frame.Place> places;

    FrameInterceptor(String service, FrameSettings settings) {
        this.service = service;
        this.places = settings.urls().entrySet().stream()
                .map(entry -> new Frame.Place(entry.getKey(), entry.getValue()))
                .toList();
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
        if (page != null) {
            Reader reader = Reader.of(SecurityContextHolder.getContext().getAuthentication());
            page.addObject("frame", new Frame(service, places, reader));
        }
    }
}
