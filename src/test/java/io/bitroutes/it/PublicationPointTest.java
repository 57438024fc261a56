package io.bitroutes.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A method that is renamed is noticed here, in a second. */
class PublicationPointTest {

    @ParameterizedTest
    @EnumSource
    void everyPointIsAMethodOfTheProgram(PublicationPoint point) throws ClassNotFoundException {
        assertThat(Class.forName(point.type()).getDeclaredMethods())
                .as(point.spec())
                .anyMatch(method -> method.getName().equals(point.method()));
    }
}
