package io.bitroutes;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureTest {
    private static final String HOUSE = "io.bitroutes";

    /** The arrows: which rooms a room may import. Everyone may import the shared ones. */
    private static final Map<String, Set<String>> ROOMS = new LinkedHashMap<>();

    private static final Set<String> SHARED = Set.of("config", "text");
    private static final String TOP = "cli";

    static {
        ROOMS.put("text", Set.of());
        ROOMS.put("config", Set.of("text"));
        ROOMS.put("api", Set.of());
        ROOMS.put("gate", Set.of());
        ROOMS.put("http", Set.of("api", "gate"));
        ROOMS.put("record", Set.of("api"));
        ROOMS.put("batch", Set.of("api", "record"));
        ROOMS.put("ledger", Set.of("batch"));
        ROOMS.put("deliver", Set.of("api", "batch", "http", "ledger"));
        ROOMS.put("job", Set.of("api", "record", "batch", "ledger", "gate"));
        ROOMS.put("bus", Set.of("api", "http", "record", "batch", "deliver", "ledger", "gate"));
        ROOMS.put("export", Set.of("api", "gate", "http", "ledger", "record"));
        ROOMS.put("ops", Set.of("gate", "ledger", "job", "bus", "export"));
        ROOMS.put("sandbox", Set.of("api"));
        ROOMS.put(TOP, Set.of());
    }

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(HOUSE);

    static Stream<String> rooms() {
        return ROOMS.keySet().stream().filter(room -> !room.equals(TOP));
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void importsOnlyWhatTheTableAllows(String room) {
        String[] forbidden = ROOMS.keySet().stream()
                .filter(other -> !mayImport(room, other))
                .map(ArchitectureTest::packages)
                .toArray(String[]::new);

        noClasses()
                .that()
                .resideInAPackage(packages(room))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(forbidden)
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void noCycles() {
        slices().matching(HOUSE + ".(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void everyClassLivesInARoomOfTheTable() {
        Set<String> found = CLASSES.stream()
                .map(type -> type.getPackageName().replace(HOUSE, "").replaceFirst("^\\.", ""))
                .map(name -> name.replaceFirst("\\..*", ""))
                .collect(Collectors.toSet());

        assertThat(ROOMS.keySet()).containsAll(found);
    }

    private static boolean mayImport(String room, String other) {
        boolean shared = SHARED.contains(other) && !SHARED.contains(room);
        return room.equals(other) || shared || ROOMS.get(room).contains(other);
    }

    private static String packages(String room) {
        return HOUSE + "." + room + "..";
    }
}
