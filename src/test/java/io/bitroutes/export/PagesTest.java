package io.bitroutes.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bitroutes.text.Texts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PagesTest {
    private static final int LIMIT = 10;

    @ParameterizedTest(name = "{0} records are on {1} pages")
    @CsvSource({"0, 1", "1, 1", "9, 1", "10, 2", "11, 2", "18, 2", "19, 3", "20, 3", "28, 4"})
    void eachPageBeginsWithTheLastRecordOfTheOneBefore(int size, int count) throws ExportException {
        MovingList list = new MovingList(LIMIT, size);
        Pages pages = pages(list);

        assertThat(names(pages)).isEqualTo(list.names);
        assertThat(pages.read()).isEqualTo(count);
        assertThat(pages.drifts()).isZero();
    }

    @Test
    void recordsRemovedBehindTheReaderHideNone() throws ExportException {
        MovingList list = new MovingList(LIMIT, 45);
        List<String> throughout = new ArrayList<>(list.names.subList(7, 45));
        list.changing(page -> remove(list, page == 3 ? 7 : 0));
        Pages pages = pages(list);

        assertThat(names(pages)).doesNotHaveDuplicates().containsAll(throughout);
        assertThat(pages.drifts()).isEqualTo(1);
    }

    @Test
    void moreThanAPageRemovedBehindTheReaderHidesNone() throws ExportException {
        MovingList list = new MovingList(LIMIT, 95);
        List<String> throughout = new ArrayList<>(list.names.subList(25, 95));
        list.changing(page -> remove(list, page == 5 ? 25 : 0));
        Pages pages = pages(list);

        assertThat(names(pages)).doesNotHaveDuplicates().containsAll(throughout);
    }

    @Test
    void recordsAddedBehindTheReaderGiveNoneTwice() throws ExportException {
        MovingList list = new MovingList(LIMIT, 45);
        List<String> throughout = List.copyOf(list.names);
        list.changing(page -> {
            if (page == 3) {
                list.names.addAll(0, List.of("a", "b", "c"));
            }
        });
        Pages pages = pages(list);

        assertThat(names(pages)).doesNotHaveDuplicates().containsAll(throughout);
        assertThat(pages.drifts()).isEqualTo(1);
    }

    @Test
    void theOverlapItselfIsRemoved() throws ExportException {
        MovingList list = new MovingList(LIMIT, 45);
        list.changing(page -> {
            if (page == 2) {
                list.names.remove("n9");
            }
        });
        Pages pages = pages(list);

        assertThat(names(pages)).hasSize(45);
        assertThat(pages.drifts()).isEqualTo(1);
    }

    @Test
    void everythingIsRemoved() throws ExportException {
        MovingList list = new MovingList(LIMIT, 45);
        list.changing(page -> remove(list, page == 3 ? 45 : 0));

        assertThat(names(pages(list))).hasSize(19);
    }

    @RepeatedTest(50)
    void nothingThatStaysIsMissedWhateverComesAndGoes(RepetitionInfo repetition) throws ExportException {
        Random random = new Random(repetition.getCurrentRepetition());
        MovingList list = new MovingList(LIMIT, random.nextInt(200));
        List<String> throughout = new ArrayList<>(list.names);
        list.changing(page -> {
            for (int left = random.nextInt(3); left > 0 && page < 60; left--) {
                if (random.nextBoolean() && !list.names.isEmpty()) {
                    throughout.remove(list.names.remove(random.nextInt(list.names.size())));
                } else {
                    list.names.add(random.nextInt(list.names.size() + 1), "new" + page + "." + left);
                }
            }
        });

        assertThat(names(pages(list))).doesNotHaveDuplicates().containsAll(throughout);
    }

    @Test
    void aListThatNeverStaysTheSameIsGivenUp() {
        MovingList list = new MovingList(LIMIT, 3000);
        list.changing(page -> Collections.shuffle(list.names, new Random(page)));

        assertThatThrownBy(() -> names(pages(list)))
                .isInstanceOf(ExportException.class)
                .hasMessageMatching(
                        "the records changed more than 100 times while they were read, last at the list from"
                                + " \\d+; a complete list is not possible now: export again when less is changed");
    }

    @Test
    void aServerThatIgnoresTheOffsetIsNoticed() {
        MovingList list = new MovingList(LIMIT, 25);
        PageSource deaf = new PageSource() {
            @Override
            public Cells read(long offset, long then) {
                return list.from(0);
            }

            @Override
            public String describe(long offset) {
                return list.describe(offset);
            }
        };

        assertThatThrownBy(() -> names(pages(deaf)))
                .isInstanceOf(ExportException.class)
                .hasMessage("BitAnswer answers the list from 9 with the records it had listed before: it ignores the"
                        + " offset, so the rest cannot be read");
    }

    @Test
    void aServerThatIgnoresTheLimitIsReadToItsEnd() throws ExportException {
        MovingList list = new MovingList(LIMIT + 5, 45);

        assertThat(names(pages(list))).isEqualTo(list.names);
    }

    @Test
    void namesAreComparedTrimmed() throws ExportException {
        MovingList list = new MovingList(LIMIT, 0);
        list.names.addAll(List.of("a", " a ", "b"));

        assertThat(names(pages(list))).containsExactly("a", "b");
    }

    @Test
    void aRecordWithoutAName() {
        PageSource nameless = new PageSource() {
            @Override
            public Cells read(long offset, long then) {
                return MovingList.page(List.of("{\"city\": \"x\"}"));
            }

            @Override
            public String describe(long offset) {
                return "GET /customers";
            }
        };

        assertThatThrownBy(() -> names(pages(nameless)))
                .isInstanceOf(ExportException.class)
                .hasMessage(
                        "BitAnswer lists a record without 'name' in answer to GET /customers; the pages cannot be put"
                                + " together");
    }

    private static void remove(MovingList list, int count) {
        list.names.subList(0, count).clear();
    }

    private static Pages pages(PageSource source) {
        return new Pages(source, LIMIT, "name", Texts.in("en"));
    }

    private static List<String> names(Pages pages) throws ExportException {
        List<String> names = new ArrayList<>();
        while (pages.more()) {
            Page.Fresh fresh = pages.next();
            for (int index = 0; index < fresh.count(); index++) {
                names.add(fresh.cells().text(fresh.row(index), RecordForm.KEY));
            }
        }
        return names;
    }
}
