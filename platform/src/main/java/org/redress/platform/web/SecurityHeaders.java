package org.redress.platform.web;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.HstsHeaderWriter;
import org.springframework.security.web.header.writers.PermissionsPolicyHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.XContentTypeOptionsHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter.XFrameOptionsMode;

/** The headers that protect a reader, on every answer: outside all other filters, so that no refusal goes without. */
final class SecurityHeaders {

    private static final String PERMISSIONS_POLICY = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";

    private SecurityHeaders() {}

    /** The filter; what is no answer to be kept, as a style sheet is, is kept by nobody. */
    static HeaderWriterFilter filter(@Nullable String issuer) {
        return new HeaderWriterFilter(List.of(
                new ContentSecurityPolicyHeaderWriter(policy(issuer)),
                new XContentTypeOptionsHeaderWriter(),
                new XFrameOptionsHeaderWriter(XFrameOptionsMode.DENY),
                new ReferrerPolicyHeaderWriter(ReferrerPolicy.NO_REFERRER),
                new PermissionsPolicyHeaderWriter(PERMISSIONS_POLICY),
                new HstsHeaderWriter(),
                new CacheControlHeadersWriter()));
    }

    private static String policy(@Nullable String issuer) {
        return "default-src 'self'; style-src-elem 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data:; "
                + "object-src 'none'; base-uri 'self'; form-action 'self'" + origin(issuer)
                + "; frame-ancestors 'none'";
    }

    /** Signing out is a form whose answer leads to the issuer; browsers hold the policy against that step too. */
    private static String origin(@Nullable String issuer) {
        if (issuer == null || issuer.isBlank()) {
            return "";
        }
        URI address = URI.create(issuer);
        return " " + address.getScheme() + "://" + address.getRawAuthority();
    }
}
