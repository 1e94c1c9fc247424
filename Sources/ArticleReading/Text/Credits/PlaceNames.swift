/// Places that stand alone on a line of a news page and look like a person's name.
///
/// Compared folded. Some are given names too (`Hải Dương`, `Thái Bình`): a byline of that name is
/// missed, which costs less than a province made an author.
enum PlaceNames {
  /// Whether a folded text is one of the places, with `tỉnh` and the like before it or not.
  static func contains(_ folded: String) -> Bool { names.contains(folded) }

  private static let names: Set<String> = [
    // The provinces and cities, as before and after the mergers of 2025.
    "an giang", "ba ria", "vung tau", "bac giang", "bac kan", "bac lieu", "bac ninh", "ben tre",
    "binh dinh", "binh duong", "binh phuoc", "binh thuan", "ca mau", "can tho", "cao bang",
    "da nang", "dak lak", "dac lac", "dak nong", "dien bien", "dien bien phu", "dong nai",
    "dong thap", "gia lai", "ha giang", "ha nam", "ha noi", "ha tinh", "hai duong", "hai phong",
    "hau giang", "hoa binh", "hung yen", "khanh hoa", "kien giang", "kon tum", "lai chau",
    "lam dong", "lang son", "lao cai", "long an", "nam dinh", "nghe an", "ninh binh",
    "ninh thuan", "phu tho", "phu yen", "quang binh", "quang nam", "quang ngai", "quang ninh",
    "quang tri", "soc trang", "son la", "tay ninh", "thai binh", "thai nguyen", "thanh hoa",
    "thua thien hue", "hue", "tien giang", "ho chi minh", "tp ho chi minh", "tp. ho chi minh",
    "tra vinh", "tuyen quang", "vinh long", "vinh phuc", "vinh yen", "yen bai", "nam bo",
    "bac bo", "trung bo", "tay nguyen", "sai gon", "nha trang", "da lat", "quy nhon",
    "buon ma thuot", "hoang sa", "truong sa", "phu quoc", "con dao", "bien dong",
    // Countries and cities that head foreign news.
    "viet nam", "trung quoc", "han quoc", "trieu tien", "nhat ban", "thai lan", "an do", "hoa ky",
    "dai loan", "hong kong", "bac kinh", "thuong hai", "ba lan", "ha lan", "phan lan", "thuy si",
    "thuy dien", "na uy", "dan mach", "tay ban nha", "bo dao nha", "dong nam a", "lien hop quoc",
    "new york", "los angeles", "new delhi", "abu dhabi", "saudi arabia", "bac trieu tien",
  ]
}
