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
    private final List<NavigationEntry> navigation;

    FrameInterceptor(String service, FrameSettings settings, List<NavigationEntry> navigation) {
        this.service = service;
        this.navigation = navigation;
        this.places = settings.urls().entrySet().stream()
                .map(entry -> new Frame.Place(entry.getKey(), entry.getValue()))
                .toList();
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
        if (page != null) {
            Caller reader = Caller.of(SecurityContextHolder.getContext().getAuthentication());
            page.addObject("frame", frame(request, reader));
        }
    }

    private Frame frame(HttpServletRequest request, @Nullable Caller reader) {
        List<NavigationEntry> shown = reader == null
                ? List.of()
                : navigation.stream().filter(entry -> entry.isFor(reader)).toList();
        String path = request.getRequestURI();
        String query = request.getQueryString();
        return new Frame(service, places, reader, shown, path, query == null ? path : path + "?" + query);
    }
}
