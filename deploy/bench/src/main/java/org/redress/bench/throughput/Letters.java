package org.redress.bench.throughput;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Petitions of about one kilobyte as an adapter hands them in: written before the run, only their number is set in it. */
final class Letters {

    private static final List<String> UNITS = List.of(
            "plant-1-assembly",
            "plant-1-foundry",
            "plant-2",
            "plant-2-heat",
            "project-1",
            "east-estate",
            "west-estate");
    private static final List<String> SUBJECTS =
            List.of("上月绩效工资至今没有发放", "周末加班费按平日标准计算", "补缴养老保险年限与档案不符", "车间通风设备停用影响健康", "家属区二号楼热水管道漏水");
    private static final List<String> MATTERS = List.of(
            "我在车间工作了十一年，上月的绩效工资按通知应当在十五日发放，到今天仍然没有到账。班组长说指标还没有核完，劳资科说正在等车间报数，两边互相等，已经过去了三个星期。",
            "第一季度我和同班的四名同事连续六个周末到岗，工资条上只按平日的一点五倍计算。我们去问过两次，答复都是按惯例办理，但没有人能拿出书面的规定给我们看。",
            "我今年办理退休，核对后发现有两年零三个月的缴费年限没有计入。当年的工资单和调令我都保存着，档案室说原件已经移交，社保经办的同志又说移交清单里没有这一页。",
            "热处理工位的排风机从去年十一月起就停了，班里多人咳嗽、眼睛发红。安全员来看过，说配件已经申购，此后再没有消息。高温季节就要到了，大家都很担心。",
            "二号楼的热水管道从冬天起反复漏水，楼道墙面发霉，一楼两户老人的家里也进了水。物业修过三次，每次只管半个月，我们希望能一次更换到位。");
    private static final List<String> REQUESTS = List.of(
            "请查清楚卡在哪一个环节，由谁负责，并书面告诉我们哪一天能够解决。如果还需要补充材料，请一次说明，我会按要求送到信访办公室。",
            "希望有关部门核对原始记录，按规定补发应得的部分，并把计算的依据贴出来让大家看明白。我们愿意配合调查，也请不要为难帮我们说话的班组长。");

    private final AtomicLong number = new AtomicLong();
    private final List<Letter> letters = new ArrayList<>();
    private final String run;

    /** Letters whose numbers begin with a word of this run. */
    Letters(String run) {
        this.run = run;
        for (int i = 0; i < UNITS.size() * MATTERS.size() * REQUESTS.size(); i++) {
            letters.add(letter(i));
        }
    }

    /** The next one, as JSON. */
    byte[] next() {
        long next = number.incrementAndGet();
        Letter letter = letters.get((int) (next % letters.size()));
        ByteArrayOutputStream body = new ByteArrayOutputStream(1_400);
        body.writeBytes(letter.before);
        body.writeBytes((run + next).getBytes(StandardCharsets.US_ASCII));
        body.writeBytes(letter.after);
        return body.toByteArray();
    }

    private static Letter letter(int i) {
        int matter = i % MATTERS.size();
        // Every second one leaves an address that is written to.
        String mail = i % 2 == 0 ? ",\"email\":\"bench%03d@example.org\"".formatted(i) : "";
        String after = """
                ","channel":"hotline","unit":"%s","subject":"%s","text":"%s%s","petitioner":{"name":"向晨","phone":"1380000%04d"%s}}""".formatted(
                        UNITS.get(i % UNITS.size()),
                        SUBJECTS.get(matter),
                        MATTERS.get(matter),
                        REQUESTS.get(i % REQUESTS.size()),
                        i,
                        mail);
        return new Letter(
                "{\"externalId\":\"".getBytes(StandardCharsets.US_ASCII), after.getBytes(StandardCharsets.UTF_8));
    }

    /** What stands before and after the number. */
    private static final class Letter {

        private final byte[] before;
        private final byte[] after;

        private Letter(byte[] before, byte[] after) {
            this.before = before;
            this.after = after;
        }
    }
}
