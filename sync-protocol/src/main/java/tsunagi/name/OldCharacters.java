package tsunagi.name;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * Old and variant characters (旧字体・異体字) that occur in names of people and companies, each with the one it is looked for by. Those that
 * Unicode itself holds for the same (NFKC) need not stand here.
 */
final class OldCharacters {
    /** The usual character first, then its variants. */
    private static final String[] FAMILIES = {
        "高髙", "崎﨑嵜", "吉𠮷", "辺邊邉", "斉齊斎齋", "沢澤", "浜濱濵", "広廣", "国國", "桜櫻", "竜龍", "滝瀧", "真眞", "恵惠",
        "栄榮", "学學", "徳德", "蔵藏", "寿壽", "応應", "弥彌", "与與", "万萬", "実實", "宝寶寳", "豊豐", "円圓", "会會",
        "来來", "昇曻", "館舘", "島嶋嶌", "淵渕", "桑桒", "槙槇", "富冨", "曽曾", "橋槗", "関關", "鉄鐵", "塩鹽", "検檢",
        "医醫", "薬藥", "体體", "総總", "経經", "県縣", "区區", "庁廳", "台臺", "弁辨瓣辯", "芸藝", "糸絲", "虫蟲", "灯燈",
        "楽樂", "発發", "図圖", "団團", "壱壹", "弐貳", "条條", "当當", "亀龜", "鴎鷗", "巌巖", "峰峯", "群羣", "秋穐",
        "杉椙", "松枩柗", "梅楳", "柳栁", "達逹", "静靜", "郎郞", "郷鄕", "黒黑", "緑綠", "黄黃", "歩步", "涼凉", "瀬瀨",
        "頼賴", "穂穗", "稲稻", "穣穰", "絵繪", "縄繩", "聡聰", "荘莊", "園薗", "藤籐", "衛衞", "覚覺", "読讀", "遥遙",
        "鋳鑄", "闘鬪", "隠隱", "雑雜", "霊靈", "顔顏", "駅驛", "騒騷", "験驗", "麦麥", "梼檮", "侠俠", "凛凜", "尭堯",
        "晋晉", "渓溪", "為爲", "猪豬", "畳疊", "祢禰", "禄祿", "粋粹", "船舩", "蛍螢", "桧檜", "鶴靏靍", "将將", "奨奬",
        "剣劍劔", "勲勳", "桝枡", "壌壤", "嬢孃", "寛寬", "専專", "尽盡", "巣巢", "帯帶", "従從", "戦戰", "択擇", "拝拜",
        "挙擧", "様樣", "権權", "横橫", "歳歲", "気氣", "浄淨", "済濟", "渋澁", "温溫", "湾灣", "焼燒", "犠犧", "独獨",
        "獣獸", "瑶瑤", "画畫", "礼禮", "称稱", "継繼", "続續", "缶罐", "声聲", "茎莖", "薫薰", "虎乕", "蚕蠶", "装裝",
        "観觀", "触觸", "訳譯", "証證", "誉譽", "賛贊", "転轉", "軽輕", "辞辭", "逓遞", "遅遲", "醸釀", "釈釋", "銭錢",
        "鋭銳", "録錄", "陥陷", "随隨", "隣鄰", "塁壘", "飲飮", "黙默", "鎮鎭", "悦悅", "戸戶", "教敎", "清淸", "青靑",
        "増增", "徴徵", "説說", "税稅", "脱脫", "産產", "彦彥", "歴歷", "暦曆", "仮假", "乗乘", "亜亞", "伝傳", "価價",
        "倹儉", "党黨", "両兩", "並竝", "乱亂", "争爭", "児兒", "内內", "処處", "効效", "労勞", "励勵", "勧勸", "単單",
        "厳嚴", "収收", "双雙", "営營", "囲圍", "圏圈", "圧壓", "変變", "壮壯", "寝寢", "対對", "属屬", "岳嶽", "峡峽",
        "帰歸", "廃廢", "弾彈", "径徑", "恋戀", "悩惱", "悪惡", "惨慘", "戯戲", "払拂", "抜拔", "拠據", "拡擴", "捜搜",
        "掲揭", "揺搖", "摂攝", "撃擊", "断斷", "旧舊", "昼晝", "晩晚", "暁曉", "桟棧", "楼樓", "歓歡", "残殘", "殴毆",
        "満滿", "潜潛", "炉爐", "点點", "状狀", "狭狹", "猟獵", "瓶甁", "痩瘦", "研硏", "砕碎", "窃竊", "粛肅", "緒緖",
        "縁緣", "縦縱", "繊纖", "翻飜", "聴聽", "胆膽", "脳腦", "臓臟", "舎舍", "艶艷", "虚虛", "蛮蠻", "覧覽", "謡謠",
        "譲讓", "賎賤", "践踐", "鉱鑛礦", "錬鍊", "頬頰", "餅餠", "駆驅", "髄髓", "髪髮", "鬱欝", "鴬鶯", "麹麴", "麺麵",
        "齢齡", "歯齒", "予豫", "余餘", "ケヶ", "カヵ"
    };

    private static final Map<Integer, Integer> USUAL = new HashMap<>();

    /** All that stand in {@link #USUAL}, and halves of those that are two chars: most texts hold none. */
    private static final BitSet VARIANTS = new BitSet(1 << 16);

    static {
        for (String family : FAMILIES) {
            int usual = family.codePointAt(0);
            family.codePoints().skip(1).forEach(variant -> {
                USUAL.put(variant, usual);
                new String(Character.toChars(variant)).chars().forEach(VARIANTS::set);
            });
        }
    }

    private OldCharacters() {}

    static String toUsual(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (VARIANTS.get(text.charAt(i))) {
                return replaced(text);
            }
        }
        return text;
    }

    private static String replaced(String text) {
        StringBuilder usual = new StringBuilder(text.length());
        text.codePoints().forEach(c -> usual.appendCodePoint(USUAL.getOrDefault(c, c)));
        return usual.toString();
    }
}
