package io.bitroutes.it;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;

/**
 * A file with configuration items of many licences, no two rows of one licence together but by chance; the same file
 * for the same numbers. Immutable.
 *
 * @param licences how many licences
 * @param each how many items each of them has
 * @param padding how many characters more than needed a value has
 */
record ScatteredItems(int licences, int each, int padding) {
    private static final long SEED = 20_261_122;

    int rows() {
        return licences * each;
    }

    void writeTo(Path file) throws IOException {
        try (BufferedWriter target = Files.newBufferedWriter(file)) {
            target.write("sn,name,value\n");
            for (int number : shuffled()) {
                target.write(sn(number / each) + "," + name(number % each) + "," + value(number) + "\n");
            }
        }
    }

    /** Whether a licence has exactly its own items. */
    boolean isAll(String sn, Map<String, Map<String, Object>> items) {
        int licence = Integer.parseInt(sn.substring(sn.indexOf('-') + 1));
        for (int item = 0; item < each; item++) {
            Map<String, Object> held = items.getOrDefault(name(item), Map.of());
            if (!value(licence * each + item).equals(held.get("value"))) {
                return false;
            }
        }
        return items.size() == each;
    }

    private int[] shuffled() {
        Random random = new Random(SEED);
        int[] numbers = new int[rows()];
        for (int index = 0; index < numbers.length; index++) {
            int other = random.nextInt(index + 1);
            numbers[index] = numbers[other];
            numbers[other] = index;
        }
        return numbers;
    }

    private static String sn(int licence) {
        return "SN-" + licence;
    }

    private static String name(int item) {
        return "feature." + item;
    }

    private String value(int number) {
        return "level " + number + ".".repeat(padding);
    }
}
