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
    # In an index folder this file replaces the built-in table, which is a copy of Index/abbreviations.tsv of
    # mucluc; a change takes effect with the next search.
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
}
