package org.redress.intake.desk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.redress.contracts.submissions.PetitionContact;
import org.redress.contracts.submissions.PetitionOrigin;
import org.redress.intake.desk.EarlierPieces;
import org.redress.intake.desk.EarlierPieces.Earlier;
import org.redress.intake.petitions.web.ContactRules;
import org.redress.platform.web.InvalidRequestException;

class EarlierAtTheDeskTest {

    private static final PetitionOrigin SHEET =
            new PetitionOrigin("市热线", "12345-1", LocalDate.of(2026, 3, 23), null, null, null);

    private final EarlierPieces pieces = mock();
    private final ContactRules contacts = mock();
    private final EarlierAtTheDesk earlier = new EarlierAtTheDesk(pieces, contacts, "http://routing");

    @Test
    void refusesANumberThatTheOfficerCanSeeIsTaken() {
        found(Optional.of(List.of(piece("AAAAAAAAAA", false), piece("BBBBBBBBBB", true))));

        assertThatThrownBy(() -> earlier.requireNewNumber(SHEET, "office", Locale.CHINESE))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("origin.number");
    }

    @Test
    void takesANumberWhoseFirstPieceTheOfficerMayNotSee() {
        found(Optional.of(List.of()));

        assertThatCode(() -> earlier.requireNewNumber(SHEET, "office", Locale.CHINESE))
                .doesNotThrowAnyException();
    }

    @Test
    void takesItAlsoWhileNobodyCanTell() {
        found(Optional.empty());

        assertThatCode(() -> earlier.requireNewNumber(SHEET, "office", Locale.CHINESE))
                .doesNotThrowAnyException();
        assertThat(earlier.of(new DeskForm(Map.of()), "office", Locale.CHINESE).known())
                .isFalse();
    }

    @Test
    void looksForNobodyWhoAsksNotToBeNamed() {
        found(Optional.of(List.of()));
        when(contacts.check(any(), any(), eq(true)))
                .thenReturn(new PetitionContact("汤女士", "+8613800138000", null, null, List.of(), true, null, "zh"));

        earlier.of(new DeskForm(Map.of("origin.number", "12345-7")), "office", Locale.CHINESE);

        verify(pieces).of("office", null, "", "12345-7", Locale.CHINESE);
    }

    private void found(Optional<List<Earlier>> answer) {
        when(pieces.of(eq("office"), any(), any(), any(), any())).thenReturn(answer);
    }

    private static Earlier piece(String receipt, boolean sameNumber) {
        return new Earlier("id", "01234567", receipt, "工资", "办理中", "03-23 08:00", sameNumber);
    }
}
