package org.redress.routing.cases.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.platform.codes.Code;

/**
 * A field of an order, as a form asks for it.
 *
 * @param name its name
 * @param kind how it is asked for
 * @param required true when it must be given
 * @param longest how many characters or entries it takes at most; 0 where that does not apply
 * @param least the smallest number; absent where that does not apply
 * @param most the largest number; absent where that does not apply
 * @param choices the words that it may hold; empty where it is free
 * @param codes the list its codes are of; absent where it holds none
 * @param parts the fields of each entry of a table
 */
record OrderField(
        String name,
        Kind kind,
        boolean required,
        int longest,
        @Nullable Long least,
        @Nullable Long most,
        List<String> choices,
        Order.@Nullable Codes codes,
        List<OrderField> parts) {

    private static final int ONE_LINE = 200;

    /** How a field is asked for. */
    enum Kind {
        /** In a line of text. */
        LINE,
        /** In several lines of text. */
        TEXT,
        /** As one of a few words. */
        CHOICE,
        /** As a day. */
        DAY,
        /** As a number. */
        NUMBER,
        /** As yes or no. */
        FLAG,
        /** As codes, one after the other. */
        LIST,
        /** As rows of fields. */
        TABLE
    }

    static List<OrderField> of(Class<?> type) {
        return Arrays.stream(type.getRecordComponents()).map(OrderField::of).toList();
    }

    private static OrderField of(RecordComponent component) {
        Size size = annotation(component, Size.class);
        Min least = annotation(component, Min.class);
        Max most = annotation(component, Max.class);
        Order.CodeOf codes = component.getAnnotation(Order.CodeOf.class);
        Kind kind = kind(component, size);
        return new OrderField(
                component.getName(),
                kind,
                annotation(component, NotNull.class) != null || annotation(component, NotBlank.class) != null,
                size == null ? 0 : size.max(),
                least == null ? null : least.value(),
                most == null ? null : most.value(),
                kind == Kind.CHOICE ? written(component.getType()) : List.of(),
                codes == null ? null : codes.value(),
                kind == Kind.TABLE ? of(entry(component)) : List.of());
    }

    /** Constraints of a component stand on its accessor. */
    private static <A extends Annotation> @Nullable A annotation(RecordComponent component, Class<A> type) {
        return component.getAccessor().getAnnotation(type);
    }

    private static Kind kind(RecordComponent component, @Nullable Size size) {
        Class<?> type = component.getType();
        if (type.isEnum()) {
            return Kind.CHOICE;
        }
        if (type == LocalDate.class) {
            return Kind.DAY;
        }
        if (type == Integer.class) {
            return Kind.NUMBER;
        }
        if (type == Boolean.class) {
            return Kind.FLAG;
        }
        if (type == List.class) {
            return entry(component).isRecord() ? Kind.TABLE : Kind.LIST;
        }
        return size != null && size.max() > ONE_LINE ? Kind.TEXT : Kind.LINE;
    }

    private static Class<?> entry(RecordComponent list) {
        return (Class<?>) ((ParameterizedType) list.getGenericType()).getActualTypeArguments()[0];
    }

    @SuppressWarnings("unchecked") // asked for enumerations alone
    private static List<String> written(Class<?> type) {
        return Code.written((Class<? extends Enum<?>>) type);
    }
}
