import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** Writes a CSV file of customers for {@code inbox/customers.replace}: {@code java GenerateCustomers.java <rows>}. */
class GenerateCustomers {
    private static final String[] CITIES = {"上海", "北京", "深圳", "广州", "成都", "杭州"};

    public static void main(String[] arguments) throws IOException {
        long rows = Long.parseLong(arguments[0]);
        try (PrintWriter out = new PrintWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8))) {
            out.print("name,description,officeNumber,mobileNumber,email,address,city,country,postcode,contact,referenceId\n");
            for (long row = 1; row <= rows; row++) {
                String city = CITIES[(int) (row % CITIES.length)];
                out.printf(
                        "示例客户 %d,\"第 %d 行, 由程序生成\",,138%08d,c%d@example.cn,示例路 %d 号,%s,中国,,,G-%d\n",
                        row, row, row, row, row, city, row);
            }
        }
    }
}
