package org.redress.platform.publishing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.core.TypeInformation;
import org.springframework.data.mongodb.core.convert.MongoConverter;
import org.springframework.data.mongodb.core.mapping.MongoPersistentEntity;
import org.springframework.data.mongodb.core.mapping.MongoPersistentProperty;

/**
 * Puts {@code UNKNOWN} in the place of constants that a newer version stored, where the type has one of that name. What
 * was stored stays as it is: {@link StoredParts} brings it back when the document is written.
 */
final class StoredConstants {

    private static final String UNKNOWN = "UNKNOWN";

    private final MongoConverter converter;

    StoredConstants(MongoConverter converter) {
        this.converter = converter;
    }

    /** The document as this version can read it; the same one where it can as it is. */
    Document known(Document stored, MongoPersistentEntity<?> entity) {
        Document known = replaced(stored, entity);
        return known == null ? stored : known;
    }

    /** What stands in its place; absent where it can stay. */
    private @Nullable Document replaced(Document stored, MongoPersistentEntity<?> entity) {
        Document replaced = null;
        for (MongoPersistentProperty property : entity) {
            String field = property.getFieldName();
            replaced = with(replaced, stored, field, replaced(stored.get(field), property.getTypeInformation()));
        }
        return replaced;
    }

    private static @Nullable Document with(
            @Nullable Document replaced, Document stored, String field, @Nullable Object value) {
        if (value == null) {
            return replaced;
        }
        Document all = replaced == null ? new Document(stored) : replaced;
        return all.append(field, value);
    }

    private @Nullable Object replaced(@Nullable Object value, @Nullable TypeInformation<?> type) {
        if (type == null) {
            return null;
        }
        return switch (value) {
            case String name when type.getType().isEnum() -> constant(name, type.getType());
            case List<?> list when type.isCollectionLike() -> elements(list, type.getComponentType());
            case Document part when type.isMap() -> values(part, type.getMapValueType());
            case Document part -> part(part, type);
            case null, default -> null;
        };
    }

    private static @Nullable String constant(String name, Class<?> type) {
        List<String> names = Arrays.stream(type.getEnumConstants())
                .map(constant -> ((Enum<?>) constant).name())
                .toList();
        return names.contains(name) || !names.contains(UNKNOWN) ? null : UNKNOWN;
    }

    private @Nullable Object elements(List<?> list, @Nullable TypeInformation<?> type) {
        List<@Nullable Object> replaced = new ArrayList<>(list);
        boolean any = false;
        for (int i = 0; i < list.size(); i++) {
            Object other = replaced(list.get(i), type);
            if (other != null) {
                replaced.set(i, other);
                any = true;
            }
        }
        return any ? replaced : null;
    }

    private @Nullable Object values(Document map, @Nullable TypeInformation<?> type) {
        Document replaced = null;
        for (String key : map.keySet()) {
            replaced = with(replaced, map, key, replaced(map.get(key), type));
        }
        return replaced;
    }

    private @Nullable Object part(Document part, TypeInformation<?> declared) {
        TypeInformation<?> type = converter.getTypeMapper().readType(part, declared);
        MongoPersistentEntity<?> entity = converter.getMappingContext().getPersistentEntity(type);
        return entity == null ? null : replaced(part, entity);
    }
}
