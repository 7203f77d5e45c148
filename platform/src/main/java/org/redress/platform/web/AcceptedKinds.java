package org.redress.platform.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.accept.ContentNegotiationStrategy;
import org.springframework.web.accept.HeaderContentNegotiationStrategy;
import org.springframework.web.context.request.NativeWebRequest;

/**
 * What a caller accepts. JSON has no character sets (RFC 8259), so that one asked for means nothing, where it would
 * otherwise fail the answer after the request was carried out; what has weight 0 is not accepted (RFC 9110, 12.4.2).
 */
final class AcceptedKinds implements ContentNegotiationStrategy {

    private static final String CHARSET = "charset";

    private final HeaderContentNegotiationStrategy header = new HeaderContentNegotiationStrategy();

    @Override
    public List<MediaType> resolveMediaTypes(NativeWebRequest request) throws HttpMediaTypeNotAcceptableException {
        List<MediaType> accepted = header.resolveMediaTypes(request).stream()
                .filter(kind -> kind.getQualityValue() > 0)
                .map(AcceptedKinds::withoutCharset)
                .toList();
        if (accepted.isEmpty()) {
            throw new HttpMediaTypeNotAcceptableException(List.of(MediaType.APPLICATION_JSON));
        }
        return accepted;
    }

    private static MediaType withoutCharset(MediaType kind) {
        if (!kind.isCompatibleWith(MediaType.APPLICATION_JSON) || kind.getParameter(CHARSET) == null) {
            return kind;
        }
        Map<String, String> parameters = new LinkedHashMap<>(kind.getParameters());
        parameters.keySet().removeIf(CHARSET::equalsIgnoreCase);
        return new MediaType(kind, parameters);
    }
}
