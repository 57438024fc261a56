package io.bitroutes.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitroutes.faults.agent.Mutant;
import java.util.Arrays;
import net.bytebuddy.description.method.MethodDescription;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The long suite names methods of the program. A method that is renamed is noticed here, in a second. */
class KillPointTest {

    @ParameterizedTest
    @EnumSource
    void everyPointIsAMethodOfTheProgram(KillPoint point) throws ClassNotFoundException {
        assertThat(Class.forName(point.type()).getDeclaredMethods())
                .as(point.spec())
                .anyMatch(method -> method.getName().equals(point.method()));
    }

    @ParameterizedTest
    @EnumSource
    void everyMutantIsAMethodOfTheProgram(Mutant mutant) throws ClassNotFoundException {
        assertThat(Arrays.stream(Class.forName(mutant.type()).getDeclaredMethods())
                        .map(MethodDescription.ForLoadedMethod::new))
                .as(mutant.name())
                .anyMatch(mutant.method()::matches);
    }
}
