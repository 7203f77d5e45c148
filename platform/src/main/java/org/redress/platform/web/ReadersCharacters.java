package org.redress.platform.web;

import jakarta.validation.Configuration;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Collection;
import org.hibernate.validator.HibernateValidatorConfiguration;
import org.hibernate.validator.cfg.ConstraintMapping;
import org.jspecify.annotations.Nullable;
import org.redress.platform.words.Characters;
import org.springframework.boot.validation.autoconfigure.ValidationConfigurationCustomizer;

/**
 * Has bean validation count characters as a reader does, and as JSON Schema does in the interfaces' descriptions, and
 * take a text of which nothing can be seen for a blank one.
 */
final class ReadersCharacters implements ValidationConfigurationCustomizer {

    @Override
    public void customize(Configuration<?> configuration) {
        if (configuration instanceof HibernateValidatorConfiguration hibernate) {
            ConstraintMapping mapping = hibernate.createConstraintMapping();
            mapping.constraintDefinition(Size.class)
                    .includeExistingValidators(false)
                    .validatedBy(TextSize.class)
                    .validatedBy(ListSize.class);
            mapping.constraintDefinition(NotBlank.class)
                    .includeExistingValidators(false)
                    .validatedBy(Visible.class);
            hibernate.addMapping(mapping);
        }
    }

    /** The number of characters. */
    static final class TextSize implements ConstraintValidator<Size, CharSequence> {

        private int least;
        private int most;

        @Override
        public void initialize(Size size) {
            least = size.min();
            most = size.max();
        }

        @Override
        public boolean isValid(@Nullable CharSequence text, ConstraintValidatorContext context) {
            int count = text == null ? least : Characters.count(text);
            return count >= least && count <= most;
        }
    }

    /** The number of entries. */
    static final class ListSize implements ConstraintValidator<Size, Collection<?>> {

        private int least;
        private int most;

        @Override
        public void initialize(Size size) {
            least = size.min();
            most = size.max();
        }

        @Override
        public boolean isValid(@Nullable Collection<?> entries, ConstraintValidatorContext context) {
            int count = entries == null ? least : entries.size();
            return count >= least && count <= most;
        }
    }

    /** Something that can be seen. */
    static final class Visible implements ConstraintValidator<NotBlank, CharSequence> {

        @Override
        public boolean isValid(@Nullable CharSequence text, ConstraintValidatorContext context) {
            return text != null && !Characters.isInvisible(text);
        }
    }
}
