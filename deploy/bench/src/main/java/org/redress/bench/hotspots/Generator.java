package org.redress.bench.hotspots;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Two years of an enterprise's petitions, made up with a seed: a stream with season, growth and weekdays in which matters of 5
 * to 200 petitions are planted, told in words that differ, over days to months; with mass copies, writers who write alone
 * and much, units that get other names at half-time, and what was on paper before and is typed in on one day.
 */
final class Generator {

    private static final LocalDate START = LocalDate.of(2025, 1, 1);
    private static final int DAYS = 730;
    private static final double A_DAY = 9;
    private static final int REORGANISED_ON = 365;
    private static final int IMPORTED_ON = 500;
    private static final int IMPORTED = 250;

    static final List<String> UNITS = List.of(
            "机械一厂", "机械二厂", "铸造分厂", "装配分厂", "热电厂", "建安公司", "运输公司", "矿山公司", "职工医院", "东苑物业", "西苑物业", "电石厂", "轧钢厂", "供水公司",
            "设计院", "技工学校");
    private static final List<String> LATER = List.of(
            "机械事业部", "装备事业部", "铸锻中心", "总装中心", "能源公司", "建设集团", "物流公司", "资源公司", "康养中心", "东苑服务站", "西苑服务站", "化工事业部",
            "板材事业部", "水务公司", "研究院", "培训学院");
    private static final List<List<String>> CONCERNS = List.of(
            List.of("加班费", "加班工资", "少发", "没有足额支付", "拖着不发"),
            List.of("养老金", "退休金", "算错了", "工龄少算", "核定有误"),
            List.of("医疗费报销", "医药费", "报不了", "一直没有批", "比例太低"),
            List.of("食堂", "员工餐厅", "饭菜涨价", "不卫生", "又贵又差"),
            List.of("班车", "通勤车", "老是晚点", "取消了站点", "座位不够"),
            List.of("宿舍热水", "宿舍供热", "经常停", "温度不够", "没有人修"),
            List.of("停车位", "厂区停车", "不够用", "被外来车占了", "乱收费"),
            List.of("劳保用品", "防护用品", "发放不及时", "质量太差", "半年没有换"),
            List.of("职称评定", "技能等级认定", "不公开", "名额分配不公", "卡年限"),
            List.of("住房公积金", "公积金", "缴存基数偏低", "补缴没有下文", "提取困难"),
            List.of("幼儿园", "子女入托", "名额太少", "收费太高", "不收外单位"),
            List.of("物业费", "小区物业", "涨价不商量", "服务跟不上", "账目不公开"),
            List.of("岗位调整", "转岗", "没有征求意见", "降了待遇", "安排不合理"),
            List.of("高温补贴", "防暑降温费", "今年没发", "标准太低", "漏发了"),
            List.of("工伤认定", "工伤待遇", "材料被退回", "拖了很久", "没有人管"),
            List.of("老旧小区改造", "家属楼改造", "施工扰民", "质量不过关", "进度太慢"),
            List.of("取暖", "暖气", "不热", "漏水", "收了费不供"),
            List.of("年休假", "带薪休假", "请不下来", "不给补偿", "被扣了工资"),
            List.of("独生子女费", "独生子女奖励", "没有兑现", "停发了", "手续太繁"),
            List.of("劳务派遣", "派遣工待遇", "同工不同酬", "合同不给本人", "转正没有说法"));
    private static final List<String> ORDINALS = List.of("一号", "二号", "三号", "四号", "五号", "六号", "七号", "老", "新", "南", "北");
    private static final List<List<String>> OBJECTS = List.of(
            List.of("除尘器", "粉尘弥漫", "粉尘超标", "除尘设备停了", "满车间都是灰"),
            List.of("锅炉房", "半夜轰鸣", "噪音太大", "冒黑烟", "煤灰落满阳台"),
            List.of("集资楼", "逾期不交房", "房款交了三年没房住", "开发商停工", "迟迟拿不到钥匙"),
            List.of("尾矿坝", "渗水", "坝体开裂", "下游井水发浑", "下雨就提心吊胆"),
            List.of("变电所", "辐射让人担心", "离住宅太近", "没有公示就开工", "选址不听意见"),
            List.of("内退办法", "待遇一刀切", "比上一批低很多", "签字是被逼的", "算法没有人解释"),
            List.of("绩效方案", "奖金少了一半", "考核没有依据", "一线反而拿得少", "民主程序没有走"),
            List.of("拆迁安置点", "补偿标准前后不一", "过渡费停了", "安置房漏雨", "面积缩水"),
            List.of("供水管", "水黄有异味", "连着停水", "水压太低", "水质检测不公开"),
            List.of("食堂承包商", "吃了拉肚子", "用过期肉", "后厨有老鼠", "工友上吐下泻"),
            List.of("劳务公司", "拖欠三个月工资", "老板跑了", "工资卡被扣着", "社保断缴"),
            List.of("铁路专用线", "道口没有人看", "险些撞人", "夜里鸣笛", "栏杆坏了"),
            List.of("煤气站", "夜里有刺鼻气味", "报警器响个不停", "管道漏气", "闻着头晕"),
            List.of("体检中心", "抽血报告弄混了", "走过场", "指标异常不通知", "项目缩水"),
            List.of("天车", "钢丝绳断股", "限位失灵", "吊物从头上过", "带病运行"),
            List.of("买断工龄协议", "补偿年限少算", "当年没有给底单", "档案找不到", "承诺的股份没有了"),
            List.of("公租房", "摇号不公开", "租金翻倍", "关系户先住", "空置不分配"),
            List.of("电动车棚", "充电起过火", "插座都坏了", "一把锁锁了半年", "露天淋雨"),
            List.of("年金账户", "查不到余额", "单位部分没有进账", "转移办不了", "收益是负的"),
            List.of("污水池", "臭气熏天", "往河里直排", "夏天蚊虫成灾", "池边没有护栏"),
            List.of("门禁刷脸", "迟到扣款说不清", "信息被卖给推销的", "厕所门口装镜头", "不录就算旷工"));
    private static final List<String> EFFECTS = List.of(
            "大家意见很大。",
            "已经影响到生活。",
            "家里老人孩子受不了。",
            "多次找过车间都说等一等。",
            "打了几次电话没有人答复。",
            "工友们都在议论。",
            "这样下去谁还安心干活。",
            "我们心里不踏实。",
            "前后已经拖了很久。",
            "说好的事情一变再变。");
    private static final List<String> DEMANDS = List.of(
            "请领导派人看一看。", "希望尽快解决。", "请给一个书面答复。", "恳请公司重视。", "请问什么时候能办好？", "要求公开处理结果。", "盼复。", "请有关部门核实。", "希望不要再推。");

    private final Random random;
    private final boolean templates;
    private final List<Letter> letters = new ArrayList<>();
    private final List<Planted> planted = new ArrayList<>();
    private int next;

    /**
     * A matter that was planted.
     *
     * @param name begins the ids of its petitions
     * @param size how many there are
     * @param alone true when one person wrote them all
     */
    record Planted(String name, int size, boolean alone) {}

    /** With whether all write by the same form, so that texts of different matters are much alike. */
    Generator(long seed, boolean templates) {
        this.random = new Random(seed);
        this.templates = templates;
        for (int day = 0; day < DAYS; day++) {
            everyday(day);
        }
        for (int i = 0; i < IMPORTED; i++) {
            add("paper", everydayLetter(START.plusDays(IMPORTED_ON), random.nextInt(IMPORTED_ON), someone()));
        }
        int[] sizes = {200, 120, 80, 60, 50, 40, 35, 30, 28, 25, 20, 16, 12, 10, 8, 6, 5};
        for (int size : sizes) {
            plant(size, false);
        }
        for (int i = 0; i < 4; i++) {
            plant(30, true);
        }
        letters.sort(Letter.IN_ORDER);
    }

    /** The names of all units, before and after. */
    static List<String> units() {
        return Stream.concat(UNITS.stream(), LATER.stream()).toList();
    }

    List<Letter> letters() {
        return letters;
    }

    List<Planted> planted() {
        return planted;
    }

    private void everyday(int day) {
        LocalDate date = START.plusDays(day);
        boolean weekend = date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
        double season = 1 + 0.3 * Math.sin(2 * Math.PI * day / 365);
        double expected = A_DAY * (1 + 0.4 * day / DAYS) * season * (weekend ? 0.4 : 1.2);
        for (int left = poisson(expected); left > 0; left--) {
            add("day", everydayLetter(date, day, someone()));
        }
    }

    private int poisson(double mean) {
        double product = random.nextDouble();
        int count = 0;
        while (product > Math.exp(-mean)) {
            product *= random.nextDouble();
            count++;
        }
        return count;
    }

    private Letter everydayLetter(LocalDate date, int named, String writer) {
        List<String> concern = any(CONCERNS);
        String unit = unit(random.nextInt(UNITS.size()), named);
        String thing = concern.get(random.nextInt(2));
        String wrong = concern.get(2 + random.nextInt(3));
        return letter(date, heading(unit, thing, wrong), body(unit, List.of(thing + wrong), 1), writer);
    }

    private static String unit(int number, int day) {
        return (day < REORGANISED_ON ? UNITS : LATER).get(number);
    }

    private String heading(String unit, String thing, String wrong) {
        return switch (random.nextInt(5)) {
            case 0 -> unit + thing + wrong;
            case 1 -> "反映" + unit + thing + "的问题";
            case 2 -> thing + wrong + "，请领导重视";
            case 3 -> "关于" + unit + thing + "的情况反映";
            default -> "请求解决" + thing + wrong;
        };
    }

    private String body(String unit, List<String> said, int most) {
        StringBuilder text = new StringBuilder();
        if (templates) {
            text.append("尊敬的领导：您好！本人系").append(unit).append("职工，现就有关情况向您如实反映如下，望予核实处理为盼。");
        } else if (random.nextBoolean()) {
            text.append("我是").append(unit).append("的职工，");
        }
        for (int i = 0; i < Math.min(most, said.size()); i++) {
            text.append(said.get(random.nextInt(said.size()))).append("，");
        }
        text.append(any(EFFECTS))
                .append(random.nextBoolean() ? any(EFFECTS) : "")
                .append(any(DEMANDS));
        return text.toString();
    }

    private void plant(int size, boolean alone) {
        String name = (alone ? "alone-" : "matter-") + planted.size();
        List<String> object = OBJECTS.get(planted.size() % OBJECTS.size());
        int unit = random.nextInt(UNITS.size());
        String thing = any(ORDINALS) + object.getFirst();
        boolean copies = !alone && random.nextInt(6) == 0;
        int days = alone ? 60 : 3 + random.nextInt(Math.max(4, Math.min(120, size)));
        int begin = 120 + random.nextInt(DAYS - days - 130);
        String copied = body(unit(unit, begin), said(thing, object), 3);
        String writer = someone();
        for (int i = 0; i < size; i++) {
            int day = begin + (int) (days * Math.pow(random.nextDouble(), 1.5));
            String here = unit(unit, day);
            String heading = heading(here, thing, object.get(1 + random.nextInt(object.size() - 1)));
            String text = copies ? copied : body(here, said(thing, object), 1 + random.nextInt(3));
            String who = alone ? writer : random.nextInt(7) == 0 ? writer : someone();
            add(name, letter(START.plusDays(day), heading, text, who));
        }
        planted.add(new Planted(name, size, alone));
    }

    private static List<String> said(String thing, List<String> object) {
        return object.subList(1, object.size()).stream()
                .flatMap(wrong -> List.of(thing + wrong, wrong, thing + "这一带" + wrong).stream())
                .toList();
    }

    private Letter letter(LocalDate date, String heading, String text, String writer) {
        LocalDateTime at = date.atTime(8 + random.nextInt(10), random.nextInt(60), random.nextInt(60));
        return new Letter("", heading, text, at, writer);
    }

    private void add(String name, Letter letter) {
        letters.add(new Letter(name + "/" + next++, letter.subject(), letter.text(), letter.at(), letter.user()));
    }

    private String someone() {
        return "w" + next + "-" + random.nextInt(1_000_000);
    }

    private <T> T any(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
