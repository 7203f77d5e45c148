package org.redress.platform.description;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;
import jakarta.validation.constraints.NotBlank;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.platform.codes.Code;

/**
 * Notes which members of a record are never absent: those that are not {@link Nullable}. Lists what may stand in those that
 * hold {@link NamesOf} something.
 */
@SuppressWarnings("rawtypes") // the library's own
final class RecordMembers implements ModelConverter {

    /** The names of these members, until it is known whether the record is an answer. */
    static final String PRESENT = "x-present";

    /** Something that is no blank. */
    private static final String VISIBLE = "\\S";

    private final Map<String, Class<?>> described = new ConcurrentHashMap<>();
    private final Set<String> taken = ConcurrentHashMap.newKeySet();

    @Override
    public @Nullable Schema<?> resolve(
            io.swagger.v3.core.converter.AnnotatedType type,
            ModelConverterContext context,
            Iterator<ModelConverter> chain) {
        Schema<?> resolved = chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
        JavaType java = Json.mapper().constructType(type.getType());
        if (resolved != null && java.isRecordType()) {
            keepApart(resolved, java.getRawClass());
            Schema<?> model = resolved.get$ref() == null ? resolved : defined(resolved.get$ref(), context);
            if (model != null && model.getProperties() != null) {
                model.addExtension(PRESENT, present(java.getRawClass()).toList());
                spelledOut(java.getRawClass())
                        .map(model.getProperties()::get)
                        .filter(member -> member != null && member.get$ref() == null)
                        .forEach(member -> member.addType("null"));
                list(java.getRawClass(), model);
                fill(java.getRawClass(), model);
            }
        }
        return resolved;
    }

    /** One name stands for one record: the library lets the second take the place of the first, unseen. */
    private void keepApart(Schema<?> resolved, Class<?> type) {
        if (resolved.get$ref() != null) {
            Class<?> other = described.putIfAbsent(nameIn(resolved.get$ref()), type);
            if (other != null && other != type) {
                taken.add("%s and %s".formatted(other.getName(), type.getName()));
            }
        }
    }

    /**
     * Refuses a description in which two records have one name, which would be true of one of them only.
     *
     * @throws IllegalStateException when there are such
     */
    void requireNamesOfTheirOwn() {
        if (!taken.isEmpty()) {
            throw new IllegalStateException("Rename one of each: " + String.join("; ", taken));
        }
    }

    private static String nameIn(String reference) {
        return reference.substring(reference.lastIndexOf('/') + 1);
    }

    private static @Nullable Schema<?> defined(String reference, ModelConverterContext context) {
        return context.getDefinedModels().get(nameIn(reference));
    }

    private static Stream<String> present(Class<?> type) {
        return Arrays.stream(type.getRecordComponents()).flatMap(RecordMembers::present);
    }

    private static Stream<String> present(RecordComponent component) {
        if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
            return Stream.empty();
        }
        boolean unwrapped = component.getAccessor().isAnnotationPresent(JsonUnwrapped.class);
        return unwrapped ? present(component.getType()) : Stream.of(component.getName());
    }

    /** Members that are told as null where there is nothing to tell, in place of being left out. */
    private static Stream<String> spelledOut(Class<?> type) {
        boolean all = isAlways(type.getAnnotation(JsonInclude.class));
        return Arrays.stream(type.getRecordComponents()).flatMap(component -> {
            if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
                return spelledOut(component.getType());
            }
            boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            boolean always = all || isAlways(component.getAccessor().getAnnotation(JsonInclude.class));
            return always && nullable ? Stream.of(component.getName()) : Stream.empty();
        });
    }

    private static boolean isAlways(@Nullable JsonInclude told) {
        return told != null && told.value() == JsonInclude.Include.ALWAYS;
    }

    private static void list(Class<?> type, Schema<?> model) {
        for (RecordComponent component : type.getRecordComponents()) {
            NamesOf named = component.getAnnotation(NamesOf.class);
            if (named != null || component.getType().isEnum()) {
                Class<? extends Enum<?>> choices = named == null ? choices(component) : named.value();
                list(model.getProperties().get(component.getName()), Code.written(choices));
            } else if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
                list(component.getType(), model);
            }
        }
    }

    @SuppressWarnings("unchecked") // asked for enumerations alone
    private static Class<? extends Enum<?>> choices(RecordComponent component) {
        return (Class<? extends Enum<?>>) component.getType();
    }

    private static void list(@Nullable Schema<?> member, List<String> names) {
        if (member != null) {
            Schema<?> held = member.getItems() == null ? member : member.getItems();
            @SuppressWarnings("unchecked") // a member that holds names is a text
            Schema<String> texts = (Schema<String>) held;
            texts.setEnum(names);
        }
    }

    /** A text that must not be blank has something in it. */
    private static void fill(Class<?> type, Schema<?> model) {
        for (RecordComponent component : type.getRecordComponents()) {
            Schema<?> member = model.getProperties().get(component.getName());
            if (member != null && component.getAccessor().isAnnotationPresent(NotBlank.class)) {
                fill(member);
            } else if (member != null && member.getItems() != null && isOfFilled(component.getAnnotatedType())) {
                fill(member.getItems());
            }
        }
    }

    private static boolean isOfFilled(AnnotatedType type) {
        return type instanceof AnnotatedParameterizedType list
                && list.getAnnotatedActualTypeArguments()[0].isAnnotationPresent(NotBlank.class);
    }

    private static void fill(Schema<?> text) {
        if (text.getEnum() == null) {
            text.setMinLength(1);
            text.setPattern(text.getPattern() == null ? VISIBLE : text.getPattern());
        }
    }

    /** What {@link #resolve} noted on a schema, which does not keep it. */
    static List<String> take(Schema<?> schema) {
        Object noted =
                schema.getExtensions() == null ? null : schema.getExtensions().remove(PRESENT);
        return noted instanceof List<?> names
                ? names.stream().map(Object::toString).toList()
                : List.of();
    }
}
