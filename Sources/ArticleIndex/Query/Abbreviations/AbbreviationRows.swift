// A copy of Index/abbreviations.tsv: AbbreviationTableTests writes it, with MUCLUC_RECORD=1.
// Do not edit; change the table.

// swift-format-ignore-file

/// The built-in abbreviations.
enum AbbreviationRows {
  /// `Index/abbreviations.tsv`, byte for byte.
  static let text = #"""
    # Abbreviations of Vietnamese administration and news: a query with one way to write it finds the others.
    #
    # A line is SPELLINGS, a tab, EXPANSIONS; several of each are parted by " | " and mean the same. A spelling
    # in several lines has several meanings: it stands for each of them, and typing one of them does not look
    # for the spelling. Case does not count; accents count where they are typed. A spelling that could be a
    # syllable (CA) is an abbreviation only in capitals. Ministries are named as in the articles, not as of today.
    #
    # In an index folder this file replaces the built-in table, which is a copy of Index/abbreviations.tsv as
    # it was; a change takes effect with the next search.
    #
    # Sources. Types of documents: Nghị định 30/2020/NĐ-CP, annex III; Luật Ban hành văn bản
    # quy phạm pháp luật 2015. Organs: Hiến pháp 2013, Luật Tổ chức Quốc hội 2014, Luật
    # Tổ chức chính quyền địa phương 2015. The rest: what newspapers put in brackets behind the full name.
    #
    # Types of documents
    NQ	nghị quyết
    QĐ	quyết định
    NĐ	nghị định
    TTLT	thông tư liên tịch
    CTr	chương trình
    TTr	tờ trình
    KH	kế hoạch
    KH	khoa học
    HĐ	hợp đồng
    HĐ	hội đồng
    CĐ	công điện
    CĐ	cao đẳng
    CĐ	công đoàn
    CT	chỉ thị
    CT	chủ tịch
    CT	công ty
    TT	thông tư
    TT	thị trấn
    TT	trung tâm
    TB	thông báo
    TB	trung bình
    TB	thương binh
    VBQPPL	văn bản quy phạm pháp luật
    GCN	giấy chứng nhận
    GCNQSDĐ	giấy chứng nhận quyền sử dụng đất
    # Organs of the state
    UBND	ủy ban nhân dân
    HĐND	hội đồng nhân dân
    UBTVQH	ủy ban thường vụ Quốc hội
    QH	Quốc hội
    ĐBQH	đại biểu Quốc hội
    CTN	chủ tịch nước
    TTg	Thủ tướng
    TTCP	thanh tra Chính phủ
    TTCP	Thủ tướng Chính phủ
    VPCP	văn phòng Chính phủ
    TAND	tòa án nhân dân
    TANDTC	tòa án nhân dân tối cao
    VKS	viện kiểm sát
    VKSND	viện kiểm sát nhân dân
    VKSNDTC	viện kiểm sát nhân dân tối cao
    HĐXX	hội đồng xét xử
    THADS	thi hành án dân sự
    KTNN	kiểm toán nhà nước
    NHNN	ngân hàng nhà nước
    KBNN	kho bạc nhà nước
    UBCKNN	ủy ban chứng khoán nhà nước
    NSNN	ngân sách nhà nước
    QLNN	quản lý nhà nước
    BHXH	bảo hiểm xã hội
    BHYT	bảo hiểm y tế
    BHTN	bảo hiểm thất nghiệp
    QLTT	quản lý thị trường
    QLDA	quản lý dự án
    BQL	ban quản lý
    BCĐ	ban chỉ đạo
    BCH	ban chấp hành
    BCH	ban chỉ huy
    BTC	ban tổ chức
    BTC	Bộ Tài chính
    BTV	ban thường vụ
    BTV	biên tập viên
    BCT	Bộ Chính trị
    BCT	Bộ Công Thương
    TW | TƯ	trung ương
    XHCN	xã hội chủ nghĩa
    CHXHCN	cộng hòa xã hội chủ nghĩa
    ĐCSVN	Đảng Cộng sản Việt Nam
    CBCC	cán bộ công chức
    CBCCVC	cán bộ công chức viên chức
    CBCNV	cán bộ công nhân viên
    CCHC	cải cách hành chính
    TTHC	thủ tục hành chính
    ĐVHC	đơn vị hành chính
    # Ministries and their departments
    GTVT	giao thông vận tải
    GDĐT | GD-ĐT	giáo dục và đào tạo | giáo dục đào tạo
    KHĐT | KH-ĐT	kế hoạch và đầu tư | kế hoạch đầu tư
    TNMT | TN-MT	tài nguyên và môi trường | tài nguyên môi trường
    NNPTNT | NN-PTNT	nông nghiệp và phát triển nông thôn
    VHTTDL | VHTT-DL	văn hóa thể thao và du lịch | văn hóa thể thao du lịch
    TTTT | TT-TT	thông tin và truyền thông | thông tin truyền thông
    LĐTBXH | LĐ-TBXH | LĐTB-XH | LĐ-TB-XH	lao động thương binh và xã hội | lao động thương binh xã hội
    KHCN | KH-CN	khoa học và công nghệ | khoa học công nghệ
    # The Front and organizations
    MTTQ	mặt trận Tổ quốc
    UBMTTQ	ủy ban mặt trận Tổ quốc
    LĐLĐ	liên đoàn lao động
    TLĐLĐ	tổng liên đoàn lao động
    LHPN	liên hiệp phụ nữ
    CCB	cựu chiến binh
    TNCS	thanh niên cộng sản
    TNXP	thanh niên xung phong
    UBKT	ủy ban kiểm tra
    # Police, army, safety
    CA	công an
    CAND	công an nhân dân
    CSGT	cảnh sát giao thông
    CSCĐ	cảnh sát cơ động
    CSHS	cảnh sát hình sự
    CSKT	cảnh sát kinh tế
    CSĐT	cảnh sát điều tra
    CQĐT	cơ quan điều tra
    CBCS	cán bộ chiến sĩ
    PCCC	phòng cháy chữa cháy
    CNCH	cứu nạn cứu hộ
    TKCN	tìm kiếm cứu nạn
    PCTT	phòng chống thiên tai
    PCLB	phòng chống lụt bão
    PCTN	phòng chống tham nhũng
    PCTP	phòng chống tội phạm
    TNXH	tệ nạn xã hội
    TNGT	tai nạn giao thông
    ATGT	an toàn giao thông
    TTATGT	trật tự an toàn giao thông
    TTATXH	trật tự an toàn xã hội
    ANTT	an ninh trật tự
    ANCT	an ninh chính trị
    QPAN | QP-AN	quốc phòng an ninh
    ANQP | AN-QP	an ninh quốc phòng
    GPLX	giấy phép lái xe
    CMND	chứng minh nhân dân
    CCCD	căn cước công dân
    QĐND	quân đội nhân dân
    BĐBP	bộ đội biên phòng
    LLVT	lực lượng vũ trang
    BCHQS	bộ chỉ huy quân sự
    DQTV	dân quân tự vệ
    NVQS	nghĩa vụ quân sự
    BLHS	bộ luật hình sự
    BLDS	bộ luật dân sự
    VPHC	vi phạm hành chính
    PBGDPL	phổ biến giáo dục pháp luật
    TGPL	trợ giúp pháp lý
    # Places and building
    TP	thành phố
    TX	thị xã
    TPHCM | TP.HCM	thành phố Hồ Chí Minh | TP Hồ Chí Minh
    HCM	Hồ Chí Minh
    ĐBSCL	đồng bằng sông Cửu Long
    ĐBSH	đồng bằng sông Hồng
    QL	quốc lộ
    TL	tỉnh lộ
    ĐT	đường tỉnh
    ĐT	điện thoại
    KCN	khu công nghiệp
    CCN	cụm công nghiệp
    KCX	khu chế xuất
    KKT	khu kinh tế
    KĐT	khu đô thị
    KDC	khu dân cư
    TĐC	tái định cư
    GPMB	giải phóng mặt bằng
    QSDĐ	quyền sử dụng đất
    XDCB	xây dựng cơ bản
    ĐTXD	đầu tư xây dựng
    VLXD	vật liệu xây dựng
    BTCT	bê tông cốt thép
    NTM	nông thôn mới
    BĐS	bất động sản
    TTTM	trung tâm thương mại
    # The economy
    KTXH | KT-XH	kinh tế xã hội
    DN	doanh nghiệp
    DNNN	doanh nghiệp nhà nước
    DNTN	doanh nghiệp tư nhân
    DNNVV | DNVVN	doanh nghiệp nhỏ và vừa | doanh nghiệp vừa và nhỏ
    HTX	hợp tác xã
    CTCP	công ty cổ phần
    TNHH	trách nhiệm hữu hạn
    MTV	một thành viên
    HĐQT	hội đồng quản trị
    SXKD	sản xuất kinh doanh
    XNK	xuất nhập khẩu
    XKLĐ	xuất khẩu lao động
    TTCN	tiểu thủ công nghiệp
    CNH	công nghiệp hóa
    HĐH	hiện đại hóa
    GTGT | VAT	giá trị gia tăng
    TNCN	thu nhập cá nhân
    TNDN	thu nhập doanh nghiệp
    TTĐB	tiêu thụ đặc biệt
    TTCK	thị trường chứng khoán
    TPCP	trái phiếu Chính phủ
    NHTM	ngân hàng thương mại
    NHCSXH	ngân hàng chính sách xã hội
    TCTD	tổ chức tín dụng
    QTDND	quỹ tín dụng nhân dân
    FDI	đầu tư trực tiếp nước ngoài
    ODA	hỗ trợ phát triển chính thức
    GDP	tổng sản phẩm quốc nội
    CPI	chỉ số giá tiêu dùng
    PCI	năng lực cạnh tranh cấp tỉnh
    NDT	nhân dân tệ
    NLĐ	người lao động
    TMĐT	thương mại điện tử
    # Science, technology, surroundings
    CNTT	công nghệ thông tin
    CNC	công nghệ cao
    CĐS	chuyển đổi số
    CPĐT	Chính phủ điện tử
    CQĐT	chính quyền điện tử
    DVC	dịch vụ công
    CMCN	cách mạng công nghiệp
    BVMT	bảo vệ môi trường
    BĐKH	biến đổi khí hậu
    TCVN	tiêu chuẩn Việt Nam
    # Health and food
    BV	bệnh viện
    BVĐK	bệnh viện đa khoa
    TTYT	trung tâm y tế
    KCB	khám chữa bệnh
    SXH	sốt xuất huyết
    KHHGĐ	kế hoạch hóa gia đình
    ATTP	an toàn thực phẩm
    VSATTP	vệ sinh an toàn thực phẩm
    ATLĐ	an toàn lao động
    NCT	người cao tuổi
    # School, press, culture, sport
    ĐH	đại học
    ĐHQG	đại học quốc gia
    THPT	trung học phổ thông
    THCS	trung học cơ sở
    GDTX	giáo dục thường xuyên
    GDNN	giáo dục nghề nghiệp
    SGK	sách giáo khoa
    KTX	ký túc xá
    HSSV	học sinh sinh viên
    HS	học sinh
    SV	sinh viên
    GV	giáo viên
    GS	giáo sư
    PGS	phó giáo sư
    TS	tiến sĩ
    ThS	thạc sĩ
    BS	bác sĩ
    KTS	kiến trúc sư
    NXB	nhà xuất bản
    PV	phóng viên
    TTXVN	thông tấn xã Việt Nam
    VOV	đài tiếng nói Việt Nam
    VTV	đài truyền hình Việt Nam
    PTTH | PT-TH	phát thanh truyền hình
    PTTH | PT-TH	phổ thông trung học
    VHNT	văn học nghệ thuật
    VHVN	văn hóa văn nghệ
    NSND	nghệ sĩ nhân dân
    NSƯT	nghệ sĩ ưu tú
    NTK	nhà thiết kế
    LHP	liên hoan phim
    TDTT	thể dục thể thao
    HLV	huấn luyện viên
    VĐV	vận động viên
    SVĐ	sân vận động
    CLB	câu lạc bộ
    ĐTQG	đội tuyển quốc gia
    VĐQG	vô địch quốc gia
    # The world
    VN	Việt Nam
    LHQ	Liên Hợp Quốc | Liên hiệp quốc
    HĐBA	hội đồng bảo an
    WHO	tổ chức y tế thế giới
    WTO	tổ chức thương mại thế giới
    ASEAN	hiệp hội các quốc gia Đông Nam Á
    EU	liên minh châu Âu

    """#

  /// What `AbbreviationTable.parse` makes of it.
  static let rows: [AbbreviationTable.Row] = [
    .init(1144406208, 1044, 1046, 0, .spelling),
    .init(1184205429, 1047, 1061, 0, .expansion),
    .init(1733049896, 1062, 1065, 1, .spelling),
    .init(3087061159, 1066, 1081, 1, .expansion),
    .init(1496736207, 1082, 1085, 2, .spelling),
    .init(1184205429, 1086, 1100, 2, .expansion),
    .init(4195954685, 1101, 1105, 3, .spelling),
    .init(382011105, 1106, 1129, 3, .expansion),
    .init(4065585376, 1130, 1133, 4, .spelling),
    .init(4113131217, 1134, 1149, 4, .expansion),
    .init(2871731717, 1150, 1153, 5, .spelling),
    .init(1111836708, 1154, 1165, 5, .expansion),
    .init(1060959398, 1166, 1168, 6, .spelling),
    .init(1279068445, 1169, 1181, 6, .expansion),
    .init(1060959398, 1182, 1184, 7, .spelling),
    .init(1530501054, 1185, 1195, 7, .expansion),
    .init(1564140873, 1196, 1199, 8, .spelling),
    .init(4207124872, 1200, 1213, 8, .expansion),
    .init(1564140873, 1214, 1217, 9, .spelling),
    .init(3821239635, 1218, 1231, 9, .expansion),
    .init(1529452802, 1232, 1235, 10, .spelling),
    .init(3678423108, 1236, 1249, 10, .expansion),
    .init(1529452802, 1250, 1253, 11, .spelling),
    .init(4017371090, 1254, 1265, 11, .expansion),
    .init(1529452802, 1266, 1269, 12, .spelling),
    .init(3678423108, 1270, 1282, 12, .expansion),
    .init(1261010898, 1283, 1285, 13, .spelling),
    .init(4119169637, 1286, 1297, 13, .expansion),
    .init(1261010898, 1298, 1300, 14, .spelling),
    .init(159754721, 1301, 1313, 14, .expansion),
    .init(1261010898, 1314, 1316, 15, .spelling),
    .init(3678423108, 1317, 1325, 15, .expansion),
    .init(1296390517, 1326, 1328, 16, .spelling),
    .init(382011105, 1329, 1339, 16, .expansion),
    .init(1296390517, 1340, 1342, 17, .spelling),
    .init(3087972456, 1343, 1355, 17, .expansion),
    .init(1296390517, 1356, 1358, 18, .spelling),
    .init(3512621977, 1359, 1369, 18, .expansion),
    .init(927282899, 1370, 1372, 19, .spelling),
    .init(382011105, 1373, 1384, 19, .expansion),
    .init(927282899, 1385, 1387, 20, .spelling),
    .init(3512621977, 1388, 1399, 20, .expansion),
    .init(927282899, 1400, 1402, 21, .spelling),
    .init(367395798, 1403, 1416, 21, .expansion),
    .init(1254404772, 1417, 1423, 22, .spelling),
    .init(2519071394, 1424, 1458, 22, .expansion),
    .init(1578185795, 1459, 1462, 23, .spelling),
    .init(2507502807, 1463, 1484, 23, .expansion),
    .init(2415754527, 1485, 1493, 24, .spelling),
    .init(2507502807, 1494, 1542, 24, .expansion),
    .init(3143388356, 1565, 1569, 25, .spelling),
    .init(1279465803, 1570, 1589, 25, .expansion),
    .init(2125067667, 1590, 1595, 26, .spelling),
    .init(3821239635, 1596, 1620, 26, .expansion),
    .init(3274575777, 1621, 1627, 27, .spelling),
    .init(1279465803, 1628, 1664, 27, .expansion),
    .init(1665939420, 1665, 1667, 28, .spelling),
    .init(1250691357, 1668, 1680, 28, .expansion),
    .init(2464322042, 1681, 1686, 29, .spelling),
    .init(4098833197, 1687, 1713, 29, .expansion),
    .init(240391412, 1714, 1717, 30, .spelling),
    .init(159754721, 1718, 1738, 30, .expansion),
    .init(3056285526, 1739, 1742, 31, .spelling),
    .init(2752420076, 1743, 1757, 31, .expansion),
    .init(3826405782, 1758, 1762, 32, .spelling),
    .init(391743350, 1763, 1785, 32, .expansion),
    .init(3826405782, 1786, 1790, 33, .spelling),
    .init(2752420076, 1791, 1818, 33, .expansion),
    .init(2018959208, 1819, 1823, 34, .spelling),
    .init(2519071394, 1824, 1848, 34, .expansion),
    .init(354969780, 1849, 1853, 35, .spelling),
    .init(2551235743, 1854, 1873, 35, .expansion),
    .init(603867417, 1874, 1880, 36, .spelling),
    .init(2551235743, 1881, 1910, 36, .expansion),
    .init(2199414063, 1911, 1914, 37, .spelling),
    .init(3836019491, 1915, 1933, 37, .expansion),
    .init(3116651925, 1934, 1939, 38, .spelling),
    .init(3836019491, 1940, 1969, 38, .expansion),
    .init(4046889200, 1970, 1977, 39, .spelling),
    .init(3836019491, 1978, 2017, 39, .expansion),
    .init(2529407809, 2018, 2023, 40, .spelling),
    .init(3821239635, 2024, 2047, 40, .expansion),
    .init(373288445, 2048, 2053, 41, .spelling),
    .init(3087972456, 2054, 2077, 41, .expansion),
    .init(1566548374, 2078, 2082, 42, .spelling),
    .init(3760240955, 2083, 2108, 42, .expansion),
    .init(1778562643, 2109, 2113, 43, .spelling),
    .init(1099184501, 2114, 2138, 43, .expansion),
    .init(3795089348, 2139, 2143, 44, .spelling),
    .init(1442142315, 2144, 2166, 44, .expansion),
    .init(3208827224, 2167, 2173, 45, .spelling),
    .init(1279465803, 2174, 2210, 45, .expansion),
    .init(3179353794, 2211, 2215, 46, .spelling),
    .init(1099184501, 2216, 2240, 46, .expansion),
    .init(1477398876, 2241, 2245, 47, .spelling),
    .init(1570451856, 2246, 2269, 47, .expansion),
    .init(773308207, 2270, 2274, 48, .spelling),
    .init(1538740889, 2275, 2297, 48, .expansion),
    .init(605384922, 2298, 2302, 49, .spelling),
    .init(1538740889, 2303, 2322, 49, .expansion),
    .init(737781493, 2323, 2327, 50, .spelling),
    .init(1538740889, 2328, 2356, 50, .expansion),
    .init(1305385544, 2357, 2361, 51, .spelling),
    .init(1570451856, 2362, 2388, 51, .expansion),
    .init(1660378567, 2389, 2393, 52, .spelling),
    .init(1570451856, 2394, 2413, 52, .expansion),
    .init(2027851696, 2414, 2417, 53, .spelling),
    .init(1521963270, 2418, 2432, 53, .expansion),
    .init(1958475554, 2433, 2437, 54, .spelling),
    .init(1521963270, 2438, 2454, 54, .expansion),
    .init(2025586030, 2455, 2458, 55, .spelling),
    .init(1521963270, 2459, 2475, 55, .expansion),
    .init(2025586030, 2476, 2479, 56, .spelling),
    .init(1521963270, 2480, 2493, 56, .expansion),
    .init(1339528032, 2494, 2497, 57, .spelling),
    .init(1521963270, 2498, 2513, 57, .expansion),
    .init(1339528032, 2514, 2517, 58, .spelling),
    .init(1110159422, 2518, 2534, 58, .expansion),
    .init(1691858031, 2535, 2538, 59, .spelling),
    .init(1521963270, 2539, 2557, 59, .expansion),
    .init(1691858031, 2558, 2561, 60, .spelling),
    .init(3208481863, 2562, 2579, 60, .expansion),
    .init(1690033650, 2580, 2583, 61, .spelling),
    .init(1110159422, 2584, 2601, 61, .expansion),
    .init(1690033650, 2602, 2605, 62, .spelling),
    .init(1110159422, 2606, 2625, 62, .expansion),
    .init(1246057660, 2626, 2629, 63, .spelling),
    .init(1279612898, 2630, 2634, 63, .syllables),
    .init(3512621977, 2635, 2647, 63, .expansion),
    .init(3627940348, 2648, 2652, 64, .spelling),
    .init(1080252946, 2653, 2675, 64, .expansion),
    .init(3600909771, 2676, 2682, 65, .spelling),
    .init(3678423108, 2683, 2717, 65, .expansion),
    .init(1703377801, 2718, 2724, 66, .spelling),
    .init(3802729565, 2725, 2756, 66, .expansion),
    .init(1334604126, 2757, 2761, 67, .spelling),
    .init(4034148709, 2762, 2784, 67, .expansion),
    .init(64415489, 2785, 2791, 68, .spelling),
    .init(4034148709, 2792, 2827, 68, .expansion),
    .init(1410289705, 2828, 2833, 69, .spelling),
    .init(4034148709, 2834, 2861, 69, .expansion),
    .init(3420515958, 2862, 2866, 70, .spelling),
    .init(3916705376, 2867, 2891, 70, .expansion),
    .init(3676540044, 2892, 2896, 71, .spelling),
    .init(2752420076, 2897, 2921, 71, .expansion),
    .init(1859749058, 2922, 2927, 72, .spelling),
    .init(3983067150, 2928, 2951, 72, .expansion),
    .init(3451470748, 2987, 2991, 73, .spelling),
    .init(2742389473, 2992, 3015, 73, .expansion),
    .init(68761590, 3016, 3022, 74, .spelling),
    .init(991980614, 3023, 3030, 74, .spelling),
    .init(2742389473, 3031, 3059, 74, .expansion),
    .init(2742389473, 3060, 3084, 74, .expansion),
    .init(1579701078, 3085, 3091, 75, .spelling),
    .init(1060959398, 3092, 3099, 75, .spelling),
    .init(1279068445, 3100, 3128, 75, .expansion),
    .init(1279068445, 3129, 3153, 75, .expansion),
    .init(3092345774, 3154, 3159, 76, .spelling),
    .init(1128614327, 3160, 3166, 76, .spelling),
    .init(2750889885, 3167, 3199, 76, .expansion),
    .init(2750889885, 3200, 3228, 76, .expansion),
    .init(1506544835, 3229, 3236, 77, .spelling),
    .init(1664512397, 3237, 3245, 77, .spelling),
    .init(2947003137, 3246, 3290, 77, .expansion),
    .init(688818635, 3291, 3298, 78, .spelling),
    .init(929204195, 3299, 3307, 78, .spelling),
    .init(2519071394, 3308, 3343, 78, .expansion),
    .init(2519071394, 3344, 3375, 78, .expansion),
    .init(3923672997, 3376, 3381, 79, .spelling),
    .init(1296390517, 3382, 3388, 79, .spelling),
    .init(382011105, 3389, 3420, 79, .expansion),
    .init(382011105, 3421, 3448, 79, .expansion),
    .init(898500819, 3449, 3457, 80, .spelling),
    .init(1295110589, 3458, 3468, 80, .spelling),
    .init(2130328363, 3469, 3479, 80, .spelling),
    .init(1295110589, 3480, 3490, 80, .spelling),
    .init(1465942435, 3491, 3531, 80, .expansion),
    .init(1465942435, 3532, 3568, 80, .expansion),
    .init(1982908387, 3569, 3574, 81, .spelling),
    .init(1060959398, 3575, 3581, 81, .spelling),
    .init(1530501054, 3582, 3610, 81, .expansion),
    .init(1530501054, 3611, 3635, 81, .expansion),
    .init(1164909779, 3666, 3670, 82, .spelling),
    .init(3819107837, 3671, 3695, 82, .expansion),
    .init(1353673488, 3696, 3702, 83, .spelling),
    .init(1279465803, 3703, 3736, 83, .expansion),
    .init(1963935269, 3737, 3743, 84, .spelling),
    .init(315610453, 3744, 3768, 84, .expansion),
    .init(1080924995, 3769, 3776, 85, .spelling),
    .init(1517374299, 3777, 3808, 85, .expansion),
    .init(1603685119, 3809, 3813, 86, .spelling),
    .init(315610453, 3814, 3837, 86, .expansion),
    .init(3832523091, 3838, 3841, 87, .spelling),
    .init(4116065328, 3842, 3860, 87, .expansion),
    .init(3141692893, 3861, 3865, 88, .spelling),
    .init(391743350, 3866, 3890, 88, .expansion),
    .init(3124076631, 3891, 3895, 89, .spelling),
    .init(391743350, 3896, 3918, 89, .expansion),
    .init(3244892713, 3919, 3923, 90, .spelling),
    .init(1279465803, 3924, 3943, 90, .expansion),
    .init(1479119945, 3967, 3969, 91, .syllables),
    .init(3678423108, 3970, 3978, 91, .expansion),
    .init(2281028755, 3979, 3983, 92, .spelling),
    .init(3678423108, 3984, 4003, 92, .expansion),
    .init(4247117080, 4004, 4008, 93, .spelling),
    .init(2482360183, 4009, 4032, 93, .expansion),
    .init(4246528700, 4033, 4038, 94, .spelling),
    .init(2482360183, 4039, 4062, 94, .expansion),
    .init(3963133558, 4063, 4067, 95, .spelling),
    .init(2482360183, 4068, 4090, 95, .expansion),
    .init(4247808628, 4091, 4095, 96, .spelling),
    .init(2482360183, 4096, 4117, 96, .expansion),
    .init(4012774867, 4118, 4123, 97, .spelling),
    .init(2482360183, 4124, 4147, 97, .expansion),
    .init(3470203081, 4148, 4153, 98, .spelling),
    .init(1646896135, 4154, 4174, 98, .expansion),
    .init(1603046030, 4175, 4179, 99, .spelling),
    .init(4034148709, 4180, 4201, 99, .expansion),
    .init(2276773522, 4202, 4206, 100, .spelling),
    .init(2033587413, 4207, 4232, 100, .expansion),
    .init(2273357927, 4233, 4237, 101, .spelling),
    .init(4116065328, 4238, 4260, 101, .expansion),
    .init(2133889693, 4261, 4265, 102, .spelling),
    .init(3221943145, 4266, 4289, 102, .expansion),
    .init(2429199116, 4290, 4294, 103, .spelling),
    .init(2033587413, 4295, 4320, 103, .expansion),
    .init(2931247758, 4321, 4325, 104, .spelling),
    .init(2033587413, 4326, 4351, 104, .expansion),
    .init(2865417210, 4352, 4356, 105, .spelling),
    .init(2033587413, 4357, 4383, 105, .expansion),
    .init(2362088640, 4384, 4388, 106, .spelling),
    .init(2033587413, 4389, 4416, 106, .expansion),
    .init(3258297583, 4417, 4421, 107, .spelling),
    .init(1011170994, 4422, 4442, 107, .expansion),
    .init(2755116108, 4443, 4447, 108, .spelling),
    .init(2750889885, 4448, 4469, 108, .expansion),
    .init(478672875, 4470, 4474, 109, .spelling),
    .init(1092940518, 4475, 4495, 109, .expansion),
    .init(946623579, 4496, 4502, 110, .spelling),
    .init(1551928502, 4503, 4535, 110, .expansion),
    .init(438322392, 4536, 4542, 111, .spelling),
    .init(1551928502, 4543, 4573, 111, .expansion),
    .init(2967781382, 4574, 4578, 112, .spelling),
    .init(1092940518, 4579, 4598, 112, .expansion),
    .init(3267659953, 4599, 4603, 113, .spelling),
    .init(1092940518, 4604, 4624, 113, .expansion),
    .init(2769776771, 4625, 4630, 114, .spelling),
    .init(1531718468, 4631, 4637, 114, .syllables),
    .init(1250691357, 4638, 4659, 114, .expansion),
    .init(3002175263, 4660, 4665, 115, .spelling),
    .init(1092940518, 4666, 4672, 115, .syllables),
    .init(1092940518, 4673, 4694, 115, .expansion),
    .init(2319821782, 4695, 4699, 116, .spelling),
    .init(2507502807, 4700, 4720, 116, .expansion),
    .init(3545298855, 4721, 4725, 117, .spelling),
    .init(2227127310, 4726, 4749, 117, .expansion),
    .init(2898585388, 4750, 4754, 118, .spelling),
    .init(4034148709, 4755, 4778, 118, .expansion),
    .init(3095338850, 4779, 4784, 119, .spelling),
    .init(1570451856, 4785, 4808, 119, .expansion),
    .init(4180737129, 4809, 4814, 120, .spelling),
    .init(1110159422, 4815, 4839, 120, .expansion),
    .init(706334439, 4840, 4844, 121, .spelling),
    .init(1536304315, 4845, 4869, 121, .expansion),
    .init(2700705818, 4870, 4875, 122, .spelling),
    .init(1110159422, 4876, 4901, 122, .expansion),
    .init(334852384, 4902, 4906, 123, .spelling),
    .init(3981389864, 4907, 4927, 123, .expansion),
    .init(3686829565, 4928, 4932, 124, .spelling),
    .init(828923260, 4933, 4955, 124, .expansion),
    .init(1824058686, 4956, 4960, 125, .spelling),
    .init(1110159422, 4961, 4983, 125, .expansion),
    .init(1960251114, 4984, 4988, 126, .spelling),
    .init(1110159422, 4989, 5010, 126, .expansion),
    .init(1800011518, 5011, 5015, 127, .spelling),
    .init(1011465184, 5016, 5038, 127, .expansion),
    .init(3369747800, 5039, 5045, 128, .spelling),
    .init(1346676574, 5046, 5083, 128, .expansion),
    .init(3908299528, 5084, 5088, 129, .spelling),
    .init(2652740100, 5089, 5110, 129, .expansion),
    .init(1229280041, 5133, 5135, 130, .spelling),
    .init(391743350, 5136, 5148, 130, .expansion),
    .init(1363500993, 5149, 5151, 131, .spelling),
    .init(3087972456, 5152, 5161, 131, .expansion),
    .init(3046491719, 5162, 5168, 132, .spelling),
    .init(1229280041, 5169, 5176, 132, .spelling),
    .init(391743350, 5177, 5205, 132, .expansion),
    .init(1229280041, 5206, 5224, 132, .expansion),
    .init(129575075, 5225, 5228, 133, .spelling),
    .init(1648028968, 5229, 5243, 133, .expansion),
    .init(3580964095, 5244, 5250, 134, .spelling),
    .init(619937099, 5251, 5282, 134, .expansion),
    .init(2262696424, 5283, 5288, 135, .spelling),
    .init(619937099, 5289, 5316, 135, .expansion),
    .init(1598828944, 5317, 5319, 136, .spelling),
    .init(1250691357, 5320, 5331, 136, .expansion),
    .init(1162169565, 5332, 5334, 137, .spelling),
    .init(1882586632, 5335, 5346, 137, .expansion),
    .init(1293727493, 5347, 5350, 138, .spelling),
    .init(3396207332, 5351, 5367, 138, .expansion),
    .init(1293727493, 5368, 5371, 139, .spelling),
    .init(1647529645, 5372, 5387, 139, .expansion),
    .init(1460052767, 5388, 5391, 140, .spelling),
    .init(1609918505, 5392, 5410, 140, .expansion),
    .init(4033854519, 5411, 5414, 141, .spelling),
    .init(3981844376, 5415, 5435, 141, .expansion),
    .init(1694939433, 5436, 5439, 142, .spelling),
    .init(1609918505, 5440, 5456, 142, .expansion),
    .init(1626549029, 5457, 5460, 143, .spelling),
    .init(1609918505, 5461, 5474, 143, .expansion),
    .init(1863554266, 5475, 5479, 144, .spelling),
    .init(1609918505, 5480, 5494, 144, .expansion),
    .init(1511224267, 5495, 5498, 145, .spelling),
    .init(1609918505, 5499, 5511, 145, .expansion),
    .init(2583952338, 5512, 5516, 146, .spelling),
    .init(2750889885, 5517, 5533, 146, .expansion),
    .init(2856852685, 5534, 5538, 147, .spelling),
    .init(2775944711, 5539, 5565, 147, .expansion),
    .init(4112532397, 5566, 5571, 148, .spelling),
    .init(2717953541, 5572, 5598, 148, .expansion),
    .init(2832163652, 5599, 5603, 149, .spelling),
    .init(3345438321, 5604, 5625, 149, .expansion),
    .init(691182489, 5626, 5631, 150, .spelling),
    .init(3629059865, 5632, 5654, 150, .expansion),
    .init(3692816883, 5655, 5659, 151, .spelling),
    .init(2351295204, 5660, 5684, 151, .expansion),
    .init(3294398588, 5685, 5689, 152, .spelling),
    .init(942383232, 5690, 5711, 152, .expansion),
    .init(846517494, 5712, 5715, 153, .spelling),
    .init(2947003137, 5716, 5733, 153, .expansion),
    .init(1605410080, 5734, 5738, 154, .spelling),
    .init(1891070888, 5739, 5758, 154, .expansion),
    .init(14590938, 5759, 5763, 155, .spelling),
    .init(3512621977, 5764, 5789, 155, .expansion),
    .init(1127373066, 5804, 5809, 156, .spelling),
    .init(1530732730, 5810, 5816, 156, .spelling),
    .init(3843290407, 5817, 5836, 156, .expansion),
    .init(1662835111, 5837, 5839, 157, .spelling),
    .init(1293397729, 5840, 5854, 157, .expansion),
    .init(2318433503, 5855, 5859, 158, .spelling),
    .init(1293397729, 5860, 5887, 158, .expansion),
    .init(2320110789, 5888, 5892, 159, .spelling),
    .init(1293397729, 5893, 5917, 159, .expansion),
    .init(596659971, 5918, 5924, 160, .spelling),
    .init(2225181267, 5925, 5931, 160, .spelling),
    .init(1293397729, 5932, 5963, 160, .expansion),
    .init(1293397729, 5964, 5995, 160, .expansion),
    .init(4103060659, 5996, 5999, 161, .spelling),
    .init(4207124872, 6000, 6014, 161, .expansion),
    .init(272762153, 6015, 6019, 162, .spelling),
    .init(3678423108, 6020, 6040, 162, .expansion),
    .init(2724076799, 6041, 6045, 163, .spelling),
    .init(2117955829, 6046, 6072, 163, .expansion),
    .init(3481436886, 6073, 6076, 164, .spelling),
    .init(3483261267, 6077, 6095, 164, .expansion),
    .init(2631206356, 6096, 6101, 165, .spelling),
    .init(3821239635, 6102, 6128, 165, .expansion),
    .init(2616806017, 6129, 6133, 166, .spelling),
    .init(3759973013, 6134, 6157, 166, .expansion),
    .init(3043882464, 6158, 6161, 167, .spelling),
    .init(95785683, 6162, 6182, 167, .expansion),
    .init(2553332436, 6183, 6188, 168, .spelling),
    .init(95785683, 6189, 6214, 168, .expansion),
    .init(3725740068, 6215, 6219, 169, .spelling),
    .init(1565636252, 6220, 6247, 169, .expansion),
    .init(277492244, 6248, 6251, 170, .spelling),
    .init(3678423108, 6252, 6271, 170, .expansion),
    .init(3837178611, 6272, 6276, 171, .spelling),
    .init(937569721, 6277, 6295, 171, .expansion),
    .init(3554843413, 6296, 6301, 172, .spelling),
    .init(2351295204, 6302, 6306, 172, .syllables),
    .init(1730861652, 6307, 6327, 172, .expansion),
    .init(3192025750, 6328, 6332, 173, .spelling),
    .init(2752420076, 6333, 6353, 173, .expansion),
    .init(2688550085, 6354, 6358, 174, .spelling),
    .init(2752420076, 6359, 6384, 174, .expansion),
    .init(3557125235, 6385, 6390, 175, .spelling),
    .init(1565636252, 6391, 6416, 175, .expansion),
    .init(3675407211, 6417, 6421, 176, .spelling),
    .init(3087972456, 6422, 6452, 176, .expansion),
    .init(1236516106, 6453, 6457, 177, .spelling),
    .init(1501595645, 6458, 6484, 177, .expansion),
    .init(2264127856, 6485, 6489, 178, .spelling),
    .init(1099184501, 6490, 6516, 178, .expansion),
    .init(2260158441, 6517, 6523, 179, .spelling),
    .init(1099184501, 6524, 6558, 179, .expansion),
    .init(1009082792, 6559, 6563, 180, .spelling),
    .init(1111836708, 6564, 6587, 180, .expansion),
    .init(4262274142, 6588, 6593, 181, .spelling),
    .init(3789632966, 6594, 6622, 181, .expansion),
    .init(2953105770, 6623, 6626, 182, .spelling),
    .init(3629059865, 6627, 6666, 182, .expansion),
    .init(2990581053, 6667, 6670, 183, .spelling),
    .init(1648028968, 6671, 6709, 183, .expansion),
    .init(1242192130, 6710, 6713, 184, .spelling),
    .init(1517374299, 6714, 6746, 184, .expansion),
    .init(4115329853, 6747, 6750, 185, .spelling),
    .init(4119169637, 6751, 6778, 185, .expansion),
    .init(1380967287, 6779, 6782, 186, .spelling),
    .init(3141289191, 6783, 6820, 186, .expansion),
    .init(731634017, 6821, 6824, 187, .spelling),
    .init(1745846048, 6825, 6840, 187, .expansion),
    .init(196030137, 6841, 6845, 188, .spelling),
    .init(2772301125, 6846, 6866, 188, .expansion),
    .init(614156858, 6867, 6872, 189, .spelling),
    .init(367395798, 6873, 6900, 189, .expansion),
    .init(1766336668, 6937, 6941, 190, .spelling),
    .init(3678423108, 6942, 6965, 190, .expansion),
    .init(193604149, 6966, 6969, 191, .spelling),
    .init(3678423108, 6970, 6986, 191, .expansion),
    .init(4085026019, 6987, 6991, 192, .spelling),
    .init(1309335355, 6992, 7012, 192, .expansion),
    .init(1608290870, 7013, 7018, 193, .spelling),
    .init(4121212603, 7019, 7044, 193, .expansion),
    .init(3470203081, 7045, 7050, 194, .spelling),
    .init(4121212603, 7051, 7078, 194, .expansion),
    .init(4197380340, 7079, 7082, 195, .spelling),
    .init(1748489549, 7083, 7100, 195, .expansion),
    .init(2876018476, 7101, 7105, 196, .spelling),
    .init(3053343682, 7106, 7133, 196, .expansion),
    .init(2911287336, 7134, 7138, 197, .spelling),
    .init(1538740889, 7139, 7164, 197, .expansion),
    .init(3946983296, 7165, 7170, 198, .spelling),
    .init(3208481863, 7171, 7195, 198, .expansion),
    .init(371930628, 7196, 7200, 199, .spelling),
    .init(1565636252, 7201, 7225, 199, .expansion),
    .init(1261157993, 7244, 7246, 200, .spelling),
    .init(2188546918, 7247, 7260, 200, .expansion),
    .init(3164378644, 7261, 7266, 201, .spelling),
    .init(2188546918, 7267, 7289, 201, .expansion),
    .init(3824728496, 7290, 7294, 202, .spelling),
    .init(3512621977, 7295, 7312, 202, .expansion),
    .init(1527163243, 7313, 7316, 203, .spelling),
    .init(1395985912, 7317, 7336, 203, .expansion),
    .init(3293995538, 7337, 7340, 204, .spelling),
    .init(3392542681, 7341, 7361, 204, .expansion),
    .init(2295573449, 7362, 7368, 205, .spelling),
    .init(1279068445, 7369, 7397, 205, .expansion),
    .init(245904780, 7398, 7402, 206, .spelling),
    .init(1092940518, 7403, 7425, 206, .expansion),
    .init(2419822663, 7426, 7432, 207, .spelling),
    .init(1212796612, 7433, 7465, 207, .expansion),
    .init(174851352, 7466, 7471, 208, .spelling),
    .init(1092940518, 7472, 7492, 208, .expansion),
    .init(429195590, 7493, 7496, 209, .spelling),
    .init(2772301125, 7497, 7516, 209, .expansion),
    .init(1629279873, 7549, 7552, 210, .spelling),
    .init(4098833197, 7553, 7565, 210, .expansion),
    .init(3357696277, 7566, 7571, 211, .spelling),
    .init(4098833197, 7572, 7595, 211, .expansion),
    .init(3505613765, 7596, 7600, 212, .spelling),
    .init(3512621977, 7601, 7625, 212, .expansion),
    .init(3525098335, 7626, 7630, 213, .spelling),
    .init(3512621977, 7631, 7651, 213, .expansion),
    .init(272652874, 7652, 7656, 214, .spelling),
    .init(2742389473, 7657, 7685, 214, .expansion),
    .init(438751778, 7686, 7690, 215, .spelling),
    .init(2742389473, 7691, 7718, 215, .expansion),
    .init(3810600060, 7719, 7722, 216, .spelling),
    .init(2887459026, 7723, 7739, 216, .expansion),
    .init(1664782694, 7740, 7743, 217, .spelling),
    .init(1077737017, 7744, 7756, 217, .expansion),
    .init(1073308577, 7757, 7761, 218, .spelling),
    .init(3989015825, 7762, 7783, 218, .expansion),
    .init(1312476588, 7784, 7786, 219, .spelling),
    .init(3989015825, 7787, 7797, 219, .expansion),
    .init(1230118684, 7798, 7800, 220, .spelling),
    .init(282220607, 7801, 7811, 220, .expansion),
    .init(1226867280, 7812, 7814, 221, .spelling),
    .init(2742389473, 7815, 7826, 221, .expansion),
    .init(1310755375, 7827, 7829, 222, .spelling),
    .init(2742389473, 7830, 7839, 222, .expansion),
    .init(1682376049, 7840, 7843, 223, .spelling),
    .init(1346676574, 7844, 7858, 223, .expansion),
    .init(1178947184, 7859, 7861, 224, .spelling),
    .init(1481748157, 7862, 7872, 224, .expansion),
    .init(2718864838, 7873, 7876, 225, .spelling),
    .init(3659025097, 7877, 7887, 225, .expansion),
    .init(1311490850, 7888, 7890, 226, .spelling),
    .init(1740072317, 7891, 7899, 226, .expansion),
    .init(1782226027, 7900, 7903, 227, .spelling),
    .init(3777018574, 7904, 7920, 227, .expansion),
    .init(360554923, 7921, 7924, 228, .spelling),
    .init(916879374, 7925, 7942, 228, .expansion),
    .init(1531865563, 7943, 7945, 229, .spelling),
    .init(2033587413, 7946, 7958, 229, .expansion),
    .init(757033031, 7959, 7964, 230, .spelling),
    .init(382011105, 7965, 7992, 230, .expansion),
    .init(2116114348, 7993, 7996, 231, .spelling),
    .init(4098833197, 7997, 8026, 231, .expansion),
    .init(2153465443, 8027, 8030, 232, .spelling),
    .init(4098833197, 8031, 8062, 232, .expansion),
    .init(4131310789, 8063, 8068, 233, .spelling),
    .init(1565420801, 8069, 8075, 233, .spelling),
    .init(2181305928, 8076, 8102, 233, .expansion),
    .init(4131310789, 8103, 8108, 234, .spelling),
    .init(1565420801, 8109, 8115, 234, .spelling),
    .init(1346676574, 8116, 8140, 234, .expansion),
    .init(999860265, 8141, 8145, 235, .spelling),
    .init(2519071394, 8146, 8171, 235, .expansion),
    .init(1365024931, 8172, 8176, 236, .spelling),
    .init(2519071394, 8177, 8198, 236, .expansion),
    .init(3280019508, 8199, 8203, 237, .spelling),
    .init(1251315905, 8204, 8225, 237, .expansion),
    .init(3046854055, 8226, 8231, 238, .spelling),
    .init(1251315905, 8232, 8250, 238, .expansion),
    .init(880072732, 8251, 8254, 239, .spelling),
    .init(916879374, 8255, 8272, 239, .expansion),
    .init(1246700555, 8273, 8276, 240, .spelling),
    .init(315610453, 8277, 8292, 240, .expansion),
    .init(476119029, 8293, 8297, 241, .spelling),
    .init(3020861980, 8298, 8320, 241, .expansion),
    .init(4073345205, 8321, 8324, 242, .spelling),
    .init(1318947473, 8325, 8345, 242, .expansion),
    .init(2150802419, 8346, 8350, 243, .spelling),
    .init(2519071394, 8351, 8370, 243, .expansion),
    .init(3829893608, 8371, 8375, 244, .spelling),
    .init(3759973013, 8376, 8394, 244, .expansion),
    .init(311444840, 8395, 8398, 245, .spelling),
    .init(91511412, 8399, 8414, 245, .expansion),
    .init(1444748321, 8415, 8420, 246, .spelling),
    .init(4033400007, 8421, 8446, 246, .expansion),
    .init(1673809391, 8447, 8452, 247, .spelling),
    .init(1112130898, 8453, 8475, 247, .expansion),
    .init(1128908517, 8488, 8490, 248, .spelling),
    .init(3735353777, 8491, 8501, 248, .expansion),
    .init(1229922936, 8502, 8505, 249, .spelling),
    .init(315610453, 8506, 8525, 249, .expansion),
    .init(315610453, 8526, 8546, 249, .expansion),
    .init(2578754928, 8547, 8552, 250, .spelling),
    .init(3821239635, 8553, 8575, 250, .expansion),
    .init(720644751, 8576, 8579, 251, .spelling),
    .init(1111836708, 8580, 8611, 251, .expansion),
    .init(179229611, 8612, 8615, 252, .spelling),
    .init(1111836708, 8616, 8655, 252, .expansion),
    .init(2342859055, 8656, 8661, 253, .spelling),
    .init(1373787815, 8662, 8704, 253, .expansion),
    .init(1209692303, 8705, 8707, 254, .syllables),
    .init(315610453, 8708, 8728, 254, .expansion),
  ]
}
