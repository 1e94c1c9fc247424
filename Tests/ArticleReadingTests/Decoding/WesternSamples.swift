/// Paragraphs in other languages, which must never come out as Vietnamese. Written for these tests.
enum WesternSamples {
  static let french = [
    "Le marché du village ouvre dès l'aube. Les pêcheurs y déposent leurs paniers, et la mairie espère que l'été amènera davantage de clients.",
    "À la gare, le train de huit heures était déjà parti. Hélène a dû prendre l'autocar jusqu'à Orléans, où sa sœur l'attendait.",
    "L'école a reçu une aide de 12 000 € pour réparer le préau ; les travaux commenceront là où le toit s'est effondré, près de la cantine.",
    "Nous avons visité l'île en février. La forêt, brûlée l'an passé, reverdit à peine ; les chênes ont résisté mieux que les hêtres.",
    "« Ça ne peut pas durer », répète le maire. Le conseil a voté à l'unanimité la création d'un fonds d'aide aux sinistrés.",
    "Noël approche et les commerçants s'inquiètent : la neige, tombée tôt, a bloqué la vallée. Même le facteur a renoncé à sa tournée.",
    "Le café est prêt. Raphaël, naïf, croyait que la laïcité n'intéressait que les maîtres d'école ; le débat d'hier l'a détrompé.",
    "Thaï, maïs, haïr : trois mots à tréma que les élèves écrivent mal. L'institutrice les a notés au tableau, après la dictée.",
    "Où est passée la clé ? Elle était là, à côté du thé. Ma mère l'a cherchée partout, même sous le buffet et derrière le poêle.",
    "Les pâtissiers du quartier ont créé une tarte aux mûres. Un régal, dit-on, à condition d'aimer le goût âpre des fruits sauvages.",
    "La crue a dépassé les six mètres. Les pompiers ont évacué trente foyers dans la nuit ; aucun blessé n'est à déplorer, précise la préfecture.",
    "Un théâtre d'été, c'est le rêve de François. Il a déjà trouvé le lieu : une carrière abandonnée, au pied du château.",
  ]
  static let german = [
    "Die Bürger von Görlitz wünschen sich eine neue Brücke über die Neiße. Der Stadtrat prüft, wie viel sie kosten würde.",
    "Für die Schüler beginnt der Unterricht künftig später. Die Ärzte hätten das längst empfohlen, sagt die Rektorin.",
    "Im Frühjahr blühen die Apfelbäume an der Straße. Später hängen die Äste so voll, daß man sie stützen muß.",
    "Der Bäcker öffnet um fünf Uhr. Süße Hörnchen, Brötchen und große Laibe liegen schon im Körbchen bereit.",
    "Übermorgen fällt die Müllabfuhr aus. Größere Möbel dürfen erst nächste Woche an den Straßenrand gestellt werden.",
    "Ein Gewitter zog über das Erzgebirge und löste Überschwemmungen aus. Fünf Häuser wurden geräumt, niemand wurde verletzt.",
    "»Schön wär's«, meinte der Förster und zählte die jungen Bäume. Ein Drittel war im dürren Sommer eingegangen.",
    "Jürgen Müller führt die Gäste durchs Schloß. Er erklärt, weshalb der König die Säle nie bewohnt hat.",
    "Die Käserei im Allgäu verarbeitet täglich zehntausend Liter Milch. Für Läden in München ist das zu wenig.",
    "Nach dem Spiel flogen Flaschen. Die Polizei nahm zwölf Männer fest; der Verein bedauerte die Vorfälle öffentlich.",
    "Köln, Düsseldorf und Münster streiten um das Geld für Radwege. Am Ende könnte keiner etwas bekommen, fürchtet man.",
    "Das Mädchen übte täglich Flöte. Bald spielte es so schön, daß die Nachbarn die Fenster öffneten.",
  ]
  static let english = [
    "The café on the corner reopened in May. Its owner, Zoë Brontë-Hall, says the façade took a year to restore.",
    "A new ferry will link the two islands by spring – twice a day, three times on weekends, “weather permitting”.",
    "He sent his résumé to every theatre in town. None replied; one, it’s said, used the paper to wrap fish.",
    "Rain fell on the valley for a week. The river rose to within 4½ feet of the bridge, and the school was closed.",
    "The council has set aside £2 million for roads. “That won’t fill the potholes on my street,” one resident said.",
    "Naïve? Perhaps. But the farmer who coöperated with his neighbours sold more apples than all of them together.",
    "Temperatures reached 34°C on Sunday. Trains slowed, tempers didn’t, and the ice-cream van ran out by noon.",
    "Her fiancé, a chef, makes a crème brûlée that people cross the county for – or so the review claims.",
    "The museum’s new wing opens on 3 March. It holds maps, clocks and a piñata made for the mayor’s daughter.",
    "“Déjà vu,” muttered the coach as the rain began. His side had lost the last three finals in just such weather.",
    "Voters in the north go to the polls on Thursday. Turnout is expected to be low, as it’s been since 2009…",
    "The à la carte menu is gone; a blackboard lists what the boats brought in. Order the sole, and don’t be late.",
  ]
  /// Lines that are no prose, or hardly any text.
  static let odds = [
    "café", "naïve", "là", "laïc", "Haï", "Thaï", "été", "Müller", "Größe", "à", "déjà vu",
    "maïs, haï, laïc",
    "10 µm; 20 µm; 30 µm; 15 µm; 18 µm; 21 µm", "25 °C, 30 °C, 28 °C", "© 2004 ABC, § 5, ½ + ¼",
    "int naïve = 0; // für später: if (a < b && c != d) { return größe; }", "é è à ù ç",
    "id;größe;preis\n1;12,5;3 €\n2;13,5;4 €\n3;9;1 €", "François\nHélène\nNoël\nZoë\nAndré",
    "São Paulo, Curitiba, Brasília", "El niño comió piñones en la montaña", "x² + y² = r²",
  ]
  static let ascii = [
    "The quick brown fox jumps over the lazy dog while the hen can hang ten men on the barn.",
    "for (int i = 0; i < n; i++) { sum += values[i]; } // can not be a long long time",
    "id,name,price\n1,tin can,3.50\n2,rope,12.00\n3,long pan,7.25\n", "1,2,3\n4,5,6\n7,8,9\n", "a",
    "ok",
    "Viet Nam, Ha Noi, Da Nang, Can Tho: tin trong ngay, khong dau",
  ]
}
