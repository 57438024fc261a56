package io.bitroutes.it;

import static io.bitroutes.it.CustomerFile.UPDATE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The program in Chinese: texts for people are, what programs read is not. */
class ChineseIT extends ProgramTestBase {
    @Override
    Launch configured(Launch plain) {
        return plain.with("LANGUAGE", "zh");
    }

    @Test
    void receiptsAndReasonsAreInChinese() {
        sandbox.state().seedCustomer(Map.of("name", "客户二"));

        home.drop(UPDATE, "客户.csv", "客户名,城市\n客户一,北京,多余\n客户二,上海\n");
        JsonNode receipt = home.receipt(UPDATE, "客户.csv");

        assertThat(receipt.path("rejected").intValue()).isEqualTo(1);
        String stem = "客户." + receipt.path("job").textValue();
        assertThat(home.archivedText(UPDATE, stem + ".receipt.txt")).contains("文件      客户.csv", "已退回    1");
        assertThat(home.deadLetter(receipt))
                .contains("_row,_code,_status,_msg,_request,客户名,城市\n", "2,INVALID,,本行有 3 个单元格，而表头有 2 个,,客户一,北京,多余");
        assertThat(program.output()).contains("ready");
    }
}
