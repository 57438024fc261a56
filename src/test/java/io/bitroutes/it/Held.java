package io.bitroutes.it;

import io.bitroutes.sandbox.Sandbox;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** A resource of the sandbox, to be filled and looked at without what the sandbox adds by itself. */
enum Held {
    CUSTOMERS("city") {
        @Override
        void seed(Sandbox sandbox, Map<String, Object> fields) {
            sandbox.state().seedCustomer(fields);
        }

        @Override
        Map<String, Map<String, Object>> raw(Sandbox sandbox) {
            return CustomerFile.heldBy(sandbox);
        }

        @Override
        Map<String, Object> staying() {
            return Map.of("email", "a@example.com");
        }
    },
    PRODUCTS("description") {
        @Override
        void seed(Sandbox sandbox, Map<String, Object> fields) {
            sandbox.state().seedProduct(fields);
        }

        @Override
        Map<String, Map<String, Object>> raw(Sandbox sandbox) {
            return sandbox.state().products();
        }

        @Override
        Map<String, Object> staying() {
            return Map.of("refId", "ref-1");
        }
    },
    DATAS("value") {
        @Override
        void seed(Sandbox sandbox, Map<String, Object> fields) {
            sandbox.state().seedData(LICENCE, fields);
        }

        @Override
        Map<String, Map<String, Object>> raw(Sandbox sandbox) {
            return sandbox.state().datas(LICENCE);
        }

        @Override
        Map<String, Object> staying() {
            return Map.of("status", 2);
        }

        @Override
        Map<String, Object> defaults() {
            return Map.of("status", 0);
        }
    };

    /** The licence of all configuration items. */
    static final String LICENCE = "授权/码 +1%";

    private static final Set<String> MADE_BY_THE_SERVER = Set.of("regDate", "productGuid", "updateTime", "source");

    private final String changing;

    Held(String changing) {
        this.changing = changing;
    }

    /** Puts a record there. */
    abstract void seed(Sandbox sandbox, Map<String, Object> fields);

    abstract Map<String, Map<String, Object>> raw(Sandbox sandbox);

    /** A field that the tests never give. */
    abstract Map<String, Object> staying();

    /** What a new record has without being told. */
    Map<String, Object> defaults() {
        return Map.of();
    }

    /** The field that the tests change. */
    String changing() {
        return changing;
    }

    /** All records by name. */
    Map<String, Map<String, Object>> all(Sandbox sandbox) {
        Map<String, Map<String, Object>> all = new LinkedHashMap<>();
        raw(sandbox).forEach((name, fields) -> {
            Map<String, Object> own = new LinkedHashMap<>(fields);
            own.keySet().removeAll(MADE_BY_THE_SERVER);
            all.put(name, own);
        });
        return all;
    }
}
