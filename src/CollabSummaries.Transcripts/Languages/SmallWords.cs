namespace CollabSummaries.Transcripts.Languages;

/// <summary>The words that running speech of a language is full of whatever it is about. Elided forms stand as they fall apart at the apostrophe.</summary>
internal static class SmallWords
{
    public static IReadOnlyList<(string Code, string Words)> Table { get; } =
    [
        ("en", "the and to of that is you it in we was for this so on with are have but they be what not there or if your can just like about would which from at as do don an were been because will"),
        ("de", "und die der das ist ich nicht wir zu ein es sie mit auf den auch so eine dass wie war für von aber haben im dem des sind man noch wenn oder hat dann mal ja kann nur wird sich einen"),
        ("fr", "et le la les de des que est pas un une je vous nous dans pour qui sur avec ce mais il elle on plus du au ça donc c j d l qu sont ont cette ces être fait tout aussi parce quand ou en"),
        ("es", "y el la los las de que es no un una en por con para lo se como pero más está muy su al del yo nos esto este son porque hay ya si también cuando qué eso ha bien entonces todo"),
        ("it", "e il la di che è non un una in per con sono ma si come questo della anche ho lo le più i gli del nel quindi perché cosa questa ci al dei da ha c l delle abbiamo quando molto se"),
        ("pt", "e o a os as de que é não um uma em por com para se como mas mais isso do da eu no na você foi muito então porque também ele ela está são ao dos já ser tem gente isto quando nós"),
        ("nl", "en de het een van is dat ik niet we te in op met zijn voor maar ook er als aan dit wat die je naar om nog dan heeft zo hebben bij wel kan waar deze heb worden of dus over"),
        ("sv", "och att det som en är jag inte vi på för med av den till har de så men ett om var kan från eller när nu här också han hon skulle mycket alla efter ska finns hur vara detta sig"),
        ("da", "og at det er en til på jeg ikke vi de med for som har af den så der et men om var kan fra eller når nu her også han hun skulle meget efter hvad være blev mig dig noget lige altså"),
        ("no", "og å det er en til på jeg ikke vi de med for som har av den så der et men om var kan fra eller når nå her også han hun skulle veldig etter hva være ble meg deg noe bare fordi litt"),
        ("fi", "ja on se että ei niin hän mutta kun olen oli me mitä minä tämä myös sitten joka ovat jos kuin nyt siitä vain ole tai voi tässä siellä sen mun sä mä joo ollut hyvin koska kanssa"),
        ("pl", "i w na że nie się jest to z do jak ale co tak o już po za czy dla tego był może są ja od przez tylko więc jeszcze bardzo które być mamy można ten my też gdy ma tym"),
        ("cs", "a se v na že je to s z do jak ale co tak o už po za pro ten byl může jsou jsem není který aby by když nebo ještě jsme bylo jako také ve si protože být má tady toho když"),
        ("sk", "a sa v na že je to s z do ako ale čo tak o už po za pre ten bol môže sú som nie ktorý aby by keď alebo ešte sme bolo tiež vo si pretože byť má tu toho všetko veľmi"),
        ("hu", "a az és hogy nem is ez egy van meg de ha csak már el volt azt ezt vagy mint én mert úgy így akkor amit itt még nagyon lehet ki kell lesz ami ezek ők mi nincs most olyan"),
        ("ro", "și de la în nu că este o un a cu pe care mai din pentru sunt ce am au să se dar foarte fost eu noi acest asta ca sau fi prin când aici dacă are va îmi era doar"),
        ("tr", "ve bir bu da de için çok ne var ben o gibi ama daha değil mi ile kadar sonra olarak şey biz bunu olan her şimdi yani en ki diye evet ya mı benim nasıl işte sizin böyle oldu"),
        ("id", "yang dan di itu dengan untuk tidak ini dari dalam akan pada juga saya ke karena ada bisa kita mereka sudah atau kami seperti lebih oleh apa jadi kalau adalah orang banyak harus anda telah tapi lagi"),
        ("ms", "yang dan di itu dengan untuk tidak ini dari dalam akan pada juga saya ke kerana ada boleh kita mereka sudah atau kami seperti lebih oleh apa jadi kalau ialah orang banyak perlu awak telah tetapi lagi nak tak"),
        ("vi", "và là của có không được một cho những người này với các trong đã tôi thì mà khi để như ở ra vào đến cũng rất làm nhiều chúng ta đó nó sẽ về bạn anh phải"),
        ("ca", "i el la els les de que és no un una en per amb com però més està molt al del jo ens això aquest són perquè hi ha ja si també quan què doncs s d l tot aquesta fer"),
        ("hr", "i u na je da se ne to s iz kako ali što tako o već po za ili bio može su sam nije koji bi kad još smo bilo kao jer biti ima ovo ga samo ovdje te od vrlo što"),
        ("sl", "in v na je da se ne to s z iz kako ampak kaj tako o že po za ali bil lahko so sem ni ki bi ko še smo bilo kot ker biti ima tudi pa samo tukaj od zelo"),
        ("lt", "ir yra kad tai su iš ne į į bet kaip jis ji mes jūs aš buvo taip apie arba jau dar labai kai už jų gali tik būti kas šis nuo bus per kuris todėl nėra"),
        ("lv", "un ir ka tas ar no nav uz bet kā viņš viņa mēs jūs es bija tā par vai jau vēl ļoti kad pie viņi var tikai būt kas šis arī pēc es tad tāpēc"),
        ("et", "ja on see et ei siis ta aga kui ma olen oli me mida mina ka mis nad või nii nüüd väga selle olla seda kas oma mul sa siin ning need kõik pole veel"),
        ("sw", "na ya kwa ni wa katika la za hii kuwa hiyo yake lakini sana kama si hapa sisi wao mimi yeye huyo hivyo au cha pia kutoka watu alikuwa moja bila zaidi vya huu"),
        ("tl", "ang ng sa na mga ay at hindi ko ito siya ako para kung may niya po lang din namin natin kasi pero yung mo nga tayo sila wala ano isang naman dito"),
        ("af", "die en van is nie ek dat het in jy ons wat met vir maar ook om te as aan dit my sy hulle was een sal kan daar baie hierdie of so na moet word"),
        ("eu", "eta da ez bat dira izan du baina ere hau zen egin behar oso dute hori gure nire baino bere edo dut zer baita beste guztiak hemen horrek gara"),
    ];
}
