package io.bitroutes.it;

import static io.bitroutes.it.CustomerFile.DELETE;
import static io.bitroutes.it.CustomerFile.REPLACE;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Files that are refused whole, and the three texts that say why. */
final class FilesThatAreRefused {
    private static final String UPSERT = "datas.upsert";
    private static final String ITEM = "sn,name,value\nS,a,1\n";

    /**
     * Why a file is refused.
     *
     * @param found what is wrong
     * @param where in which row; may be empty
     * @param expected what to do about it
     */
    record Refused(DroppedFile file, String found, String where, String expected) {
        @Override
        public String toString() {
            return file.toString();
        }
    }

    private FilesThatAreRefused() {}

    static Stream<Refused> all() {
        return Stream.of(noText(), headers(), broken()).flatMap(files -> files);
    }

    private static Stream<Refused> noText() {
        String workbook = "PK\u0003\u0004\u0014\u0000\u0006\u0000[Content_Types].xml";
        String picture = "\u0089PNG\r\n\u001A\n" + "\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0010".repeat(20);
        return Stream.of(
                new Refused(
                        DroppedFile.in(StandardCharsets.ISO_8859_1, UPSERT, "workbook.csv", workbook),
                        "this is an Excel workbook (or another zip archive), not a text file",
                        "",
                        "in Excel choose \"Save as\" and the type \"CSV UTF-8\", then drop that file"),
                new Refused(
                        DroppedFile.in(StandardCharsets.ISO_8859_1, UPSERT, "picture.csv", picture),
                        "this is a binary file, not a text file",
                        "",
                        "a CSV file (in Excel: \"Save as\", \"CSV UTF-8\") or a JSON file"),
                new Refused(
                        DroppedFile.utf8(UPSERT, "empty.csv", ""),
                        "the file is empty",
                        "",
                        "a header row with column names and rows below it, or JSON records"));
    }

    private static Stream<Refused> headers() {
        return Stream.of(
                new Refused(
                        DroppedFile.utf8(UPSERT, "headerless.csv", "S-1,20,1\nS-2,30,2\n"),
                        "the first row holds no column name: S-1, 20, 1",
                        "row 1",
                        "the first row must name the columns; it looks like data."
                                + " Known columns: sn, name, value, status"),
                new Refused(
                        DroppedFile.utf8(REPLACE, "partial.csv", "name,city,country,postcode\na,b,c,d\n"),
                        "a full replace would empty the fields that have no column here: description, officeNumber,"
                                + " mobileNumber, email, address, contact, referenceId",
                        "row 1",
                        "to change only the given fields, drop the file into inbox/customers.update; to reset the"
                                + " others on purpose, add their columns or set bitanswer.csv.missing-columns=reset"),
                new Refused(
                        DroppedFile.utf8(DELETE, "details.csv", "name,city\na,b\n"),
                        "a file in customers.delete deletes records, but it has the column 'city'",
                        "row 1",
                        "only the columns that name what is to be deleted: name; is this the right folder?"));
    }

    private static Stream<Refused> broken() {
        String badRows =
                IntStream.rangeClosed(1, 11).mapToObj(row -> "S,n,v,v\n").collect(Collectors.joining());
        return Stream.of(
                new Refused(
                        DroppedFile.utf8(UPSERT, "unclosed.csv", ITEM + "S,\"b,2\nS,c,3\n"),
                        "a quote (\") is opened here and not closed up to the end of the file",
                        "row 3",
                        "close the quote; a quote inside a quoted cell is written twice"),
                new Refused(
                        DroppedFile.utf8(UPSERT, "cut.json", "[{\"sn\":\"S\",\"name\":\"a\"},{\"sn\":\"S\",\"na"),
                        "the JSON ends in the middle of a record; the file is cut off",
                        "row 2",
                        "transfer the file again; it must be complete"),
                new Refused(
                        DroppedFile.utf8(UPSERT, "many-bad.csv", ITEM + badRows),
                        "11 of 12 rows cannot be sent; nothing of the file was sent",
                        IntStream.rangeClosed(3, 7)
                                .mapToObj(row -> "row " + row + ": the row has 4 cells, the header has 3")
                                .collect(Collectors.joining("; ")),
                        "at most 10% bad rows (bitanswer.max-invalid); mend the file and drop it again"));
    }
}
