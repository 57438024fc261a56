package io.bitroutes.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.bitroutes.api.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Works the calls, one at a time. Safe for use by many threads. */
final class BackOffice {
    private static final int DEFAULT_LIMIT = 50;
    private static final int LARGEST_LIMIT = 1000;

    private final SandboxState state;
    private final SandboxOptions options;
    private final RequestIds requestIds;
    private final Oracle oracle;

    BackOffice(SandboxState state, SandboxOptions options, Oracle oracle) {
        this.state = state;
        this.options = options;
        this.requestIds = new RequestIds(options.clock());
        this.oracle = oracle;
    }

    Answer answer(Call call) {
        synchronized (state) {
            try {
                return call.operation().writes() ? writeOnce(call) : read(call);
            } catch (Refusal refusal) {
                return refusal.answer();
            }
        }
    }

    private Answer writeOnce(Call call) {
        Optional<Answer> first = requestIds.firstAnswer(call);
        if (first.isPresent()) {
            return repeated(call, first.get());
        }
        Answer answer = write(call);
        // Only the first answer itself can be given for a refused request: REPEATED or success would be a lie.
        if (!(answer instanceof Answer.Refused) || answersFirst()) {
            requestIds.remember(call, answer);
        }
        return answer;
    }

    private boolean answersFirst() {
        return !options.has(Quirks.REPEAT_REFUSED) && !options.has(Quirks.REPEAT_WITHOUT_DATA);
    }

    private Answer repeated(Call call, Answer first) {
        if (answersFirst()) {
            return first;
        }
        String id = call.request().requestId().orElseThrow();
        return options.has(Quirks.REPEAT_REFUSED)
                ? new Answer.Refused(SandboxStatus.REPEATED, "x-bit-req-id '" + id + "' was worked before")
                : new Answer.Bare();
    }

    private Answer write(Call call) {
        Resource resource = state.resource(call.operation().resource());
        GivenReader reader = new GivenReader(call, resource.noun());
        List<JsonNode> nodes = reader.nodes();
        Transaction transaction = new Transaction(resource, call);
        for (int index = 0; index < nodes.size(); index++) {
            try {
                transaction.apply(reader.read(nodes.get(index)));
            } catch (Refusal refusal) {
                if (options.has(Quirks.REFUSED_BATCH_PARTLY_APPLIED)) {
                    transaction.commit(oracle);
                }
                return refusal.at(index + 1, nodes.size()).answer();
            }
        }
        return transaction.commit(oracle);
    }

    private Answer read(Call call) {
        Operation operation = call.operation();
        Resource resource = state.resource(operation.resource());
        Table table = resource.table(call.variables());
        String name = call.variables().get(operation.keyField());
        if (name != null) {
            Item item = table.find(name).orElseThrow(() -> resource.absent(name));
            return new Answer.Page(List.of(item), 1, true);
        }
        Selection selection = operation.body() == Operation.Body.QUERY
                ? Selection.of(resource, call)
                : Selection.everything(resource, operation.keyField());
        return page(call, selection.from(table));
    }

    private Answer page(Call call, List<Item> items) {
        int offset = parameter(call, "offset", 0, 0, Integer.MAX_VALUE);
        int limit = parameter(call, "limit", DEFAULT_LIMIT, 1, largestLimit(call.operation()));
        int from = Math.min(offset, items.size());
        List<Item> page = new ArrayList<>(items.subList(from, from + Math.min(limit, items.size() - from)));
        return new Answer.Page(page, items.size(), !call.operation().id().equals("products.list"));
    }

    private int largestLimit(Operation operation) {
        return options.has(Quirks.PRODUCT_LIMIT_BELOW_1000) ? operation.limit() : LARGEST_LIMIT;
    }

    private static int parameter(Call call, String name, int standard, int least, int most) {
        String given = call.parameters().get(name);
        if (given == null) {
            return standard;
        }
        if (!given.matches("\\d{1,9}") || Integer.parseInt(given) < least || Integer.parseInt(given) > most) {
            throw new Refusal(
                    SandboxStatus.BAD_PAGE, name + " is '" + given + "', allowed is " + least + " to " + most);
        }
        return Integer.parseInt(given);
    }
}
