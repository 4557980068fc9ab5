using CollabSummaries.Transcripts.Languages;

namespace CollabSummaries.Transcripts.Tests;

public sealed class LanguageTests
{
    [Theory]
    [InlineData("en", "So what we did was take the old pump apart and look at the valves, because they were the part that nobody had ever cleaned.")]
    [InlineData("de", "Wir haben dann die alte Pumpe auseinandergenommen und uns die Ventile angesehen, weil das der Teil ist, den nie jemand sauber macht.")]
    [InlineData("fr", "Donc on a démonté la vieille pompe et on a regardé les soupapes, parce que c'est la partie que personne n'avait jamais nettoyée.")]
    [InlineData("es", "Entonces desmontamos la bomba vieja y miramos las válvulas, porque es la parte que nadie había limpiado y eso no está bien.")]
    [InlineData("it", "Quindi abbiamo smontato la vecchia pompa e abbiamo guardato le valvole, perché è la parte che non aveva mai pulito nessuno.")]
    [InlineData("pt", "Então a gente desmontou a bomba velha e olhou as válvulas, porque é a parte que ninguém tinha limpado e isso não é bom.")]
    [InlineData("nl", "We hebben de oude pomp uit elkaar gehaald en naar de kleppen gekeken, want dat is het deel dat niemand ooit had schoongemaakt.")]
    [InlineData("sv", "Vi tog isär den gamla pumpen och tittade på ventilerna, för det är den delen som ingen hade gjort ren och det var inte så bra.")]
    [InlineData("da", "Vi skilte den gamle pumpe ad og kiggede på ventilerne, for det er den del, som ingen nogensinde havde gjort ren, og hvad skulle vi så gøre af med noget.")]
    [InlineData("no", "Vi tok fra hverandre den gamle pumpen og så på ventilene, for det er den delen som ingen noen gang hadde gjort ren, og hva skulle vi gjøre nå, bare litt av det.")]
    [InlineData("fi", "Me purimme vanhan pumpun ja katsoimme venttiilejä, koska se on se osa, jota kukaan ei ollut puhdistanut, ja sitten mä olin että joo niin se on.")]
    [InlineData("pl", "Rozebraliśmy więc starą pompę i obejrzeliśmy zawory, bo to jest część, której nikt nigdy nie czyścił, i tak się to już nie może dziać.")]
    [InlineData("cs", "Rozebrali jsme tedy staré čerpadlo a podívali se na ventily, protože je to ta část, kterou ještě nikdo nečistil, a když se to tak dělá, není to dobré.")]
    [InlineData("sk", "Rozobrali sme teda staré čerpadlo a pozreli sa na ventily, pretože je to tá časť, ktorú ešte nikto nečistil, a keď sa to tak robí, nie je to dobré, čo už.")]
    [InlineData("hu", "Szétszedtük a régi szivattyút, és megnéztük a szelepeket, mert ez az a rész, amit még senki nem tisztított ki, és hogy ez így nem lehet.")]
    [InlineData("ro", "Am demontat pompa veche și ne-am uitat la supape, pentru că este partea pe care nu a curățat-o nimeni și asta nu este foarte bine, dar să vedem ce mai sunt.")]
    [InlineData("tr", "Eski pompayı söktük ve vanalara baktık, çünkü bu kimsenin temizlemediği bir parça ve bu çok kötü, ama biz de ne yapalım, şimdi böyle bir şey var.")]
    [InlineData("id", "Jadi kita membongkar pompa yang lama dan melihat katupnya karena itu bagian yang tidak pernah ada orang bersihkan dan ini sudah tidak bisa seperti itu lagi.")]
    [InlineData("vi", "Chúng tôi đã tháo cái bơm cũ ra và xem các van, vì đó là phần mà không có người nào làm sạch và điều này là không được.")]
    [InlineData("ca", "Doncs vam desmuntar la bomba vella i vam mirar les vàlvules, perquè és la part que ningú no havia netejat mai i això no està bé, però ja hi ha molt.")]
    [InlineData("hr", "Rastavili smo staru pumpu i pogledali ventile jer je to dio koji još nitko nije očistio i to ne može tako, ali što bi bilo kad bi se to već dalo.")]
    [InlineData("ru", "Мы разобрали старый насос и посмотрели клапаны, потому что это та часть, которую никто никогда не чистил, и вы это знаете.")]
    [InlineData("uk", "Ми розібрали старий насос і подивилися на клапани, тому що це та частина, яку ніхто ніколи не чистив, і це недобре.")]
    [InlineData("bg", "Разглобихме старата помпа и погледнахме клапаните, защото това е частта, която никой не е почиствал, и така не може повече да бъде.")]
    [InlineData("el", "Λύσαμε την παλιά αντλία και κοιτάξαμε τις βαλβίδες, γιατί είναι το μέρος που δεν καθάρισε ποτέ κανείς.")]
    [InlineData("he", "פירקנו את המשאבה הישנה והסתכלנו על השסתומים כי זה החלק שאף אחד לא ניקה אף פעם.")]
    [InlineData("ar", "فككنا المضخة القديمة ونظرنا إلى الصمامات لأنها الجزء الذي لم ينظفه أحد أبدا.")]
    [InlineData("fa", "ما پمپ قدیمی را باز کردیم و به دریچه‌ها نگاه کردیم چون این بخشی است که هیچ کس تمیز نکرده بود.")]
    [InlineData("hi", "हमने पुराना पंप खोला और वाल्व देखे क्योंकि यह वह हिस्सा है जिसे किसी ने कभी साफ नहीं किया।")]
    [InlineData("ja", "古いポンプを分解して弁を見ました。そこは誰も掃除したことがない部分だからです。")]
    [InlineData("ko", "우리는 오래된 펌프를 분해하고 밸브를 살펴봤습니다. 아무도 청소한 적이 없는 부분이니까요.")]
    [InlineData("zh", "我们把旧泵拆开，看了看阀门，因为那是谁都没有清洗过的部分。")]
    [InlineData("th", "เราแยกปั๊มเก่าออกแล้วดูวาล์ว เพราะเป็นส่วนที่ไม่มีใครเคยทำความสะอาด")]
    public void A_sentence_of_speech_tells_its_language(string code, string text)
    {
        var guess = TalkLanguage.Guess(text);

        Assert.Equal(code, guess.Code);
        Assert.InRange(guess.Confidence, 0.2, 1);
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("0:01 0:02 12,5 %", 0)]
    [InlineData("Gödel Escher Bach", 0.3)]
    [InlineData("Okay.", 0.3)]
    [InlineData("[Music]", 0.3)]
    public void Too_little_to_go_by_gives_little_confidence(string text, double most)
    {
        var guess = TalkLanguage.Guess(text);

        Assert.InRange(guess.Confidence, 0, most);
    }

    [Theory]
    [InlineData("talks/cashu-and-fedimint.md")]
    [InlineData("talks/checking-bitcoin-balances-privately.md")]
    [InlineData("talks/ctv-bip-review-workshop.md")]
    [InlineData("talks/demystifying-and-understanding-bitcoin-core-development.md")]
    [InlineData("talks/seed-excerpt.txt")]
    public void A_real_talk_leaves_no_doubt(string file)
    {
        var talk = Reading.Open(file);

        var guess = TalkLanguage.Guess(talk.Segments);

        Assert.Equal("en", guess.Code);
        Assert.InRange(guess.Confidence, TalkLanguage.Sure, 1);
    }
}
