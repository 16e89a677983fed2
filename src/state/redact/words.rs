//! Words that tell names from other words. Small letters, without accents.

/// "Will you", "an apple": never a name by themselves, whatever their letters.
pub(super) fn is_little(word: &str) -> bool {
    has(
        "a am an and are as at be but by can did do for go had has have he her him his how i if in is it me my no not of on or our she so \
         than that the their them then they this to up us was we were what when who why with you your",
        word,
    )
}

/// Words that a name follows without an article of its own.
pub(super) fn is_owner(word: &str) -> bool {
    has("my your our his her their its the every each another both whose same", word)
}

pub(super) fn is_title(word: &str) -> bool {
    has("mr mrs ms miss mx dr prof professor sir dame rev herr frau mme", word)
}

/// Parts of names that are nobody's name alone.
pub(super) fn is_particle(word: &str) -> bool {
    has(
        "al bin da das de del della den der di dos du el la le les mac mc san st ten ter van von y zu jr sr ii iii phd mba",
        word,
    )
}

/// What a company is by law. It may follow its name or not.
pub(super) fn is_legal(word: &str) -> bool {
    has(
        "ab ag as bv co company corp corporation gmbh inc incorporated kg limited llc llp ltd nv oy plc pty sa sarl sas se spa srl",
        word,
    )
}

/// Words that many companies have in their names, so that one of them alone names none.
pub(super) fn is_company_word(word: &str) -> bool {
    is_legal(word)
        || has(
            "advisors advisory agency air american analytics and associates bank brothers brands british business capital care central centre \
             center city clinic club cloud college com communications company computing construction consulting council county data design \
             development digital direct east education electric energy engineering enterprises european express finance financial first food \
             foods foundation fund games general global great group health healthcare holdings home homes hospice hospital hotels house \
             industries information innovation institute insurance international labs law legal life limited local logistics management \
             marketing media medical metro mills mobile motors national net network networks new north northern office online partners \
             pharma power product products project properties public radio real recruiting recruitment regional research resources retail \
             royal school schools science search security services social society software solar solutions south southern staffing state \
             store stores street studio studios supply system systems talent team tech technologies technology telecom the trading training \
             transport travel trust united university ventures water web west western wireless works world",
            word,
        )
}

/// The last part of web addresses.
pub(super) fn is_domain(word: &str) -> bool {
    has("ai app ca ch co com de dev edu es eu fr gov ie in info io it jobs me net nl nz org se tech uk us work", word)
}

/// What people are called by what they do, and how many of them there are. Who is called only so has no name to hide.
pub(super) fn is_role(word: &str) -> bool {
    has(
        "accountant administrator adviser advisor agency agent ambassador analyst architect assistant associate attorney auditor banker bookkeeper broker \
         buyer ceo cfo chair chairman chairperson chairwoman chef chief cio clerk client cmo coach colleague commissioner committee conductor \
         consultant contact controller coo coordinator councillor counsel counsellor cto curator customer deputy designer dev developer \
         director dispatcher doctor driver economist editor electrician engineer estimator examiner executive external foreman forewoman \
         founder friend generalist geologist guy handler head headhunter headteacher her him hiring housekeeper hr human in inspector instructor \
         internal interviewer interviewers investigator journalist junior lady landlord lawyer lead leader lecturer librarian machinist man \
         manager managing matron mechanic member mentor merchandiser mid midwife nurse officer operations operator ops organiser organizer \
         owner panel panelist paralegal paramedic partner people person pharmacist phone physician physiotherapist pilot planner plumber \
         practitioner president principal producer product program programme programmer project psychologist receptionist recruiter \
         recruiters registrar rep representative researcher resources round sales scientist screener second secretary seller senior solicitor \
         somebody someone sourcer specialist staff strategist superintendent supervisor supplier surgeon surveyor talent teacher team tech \
         technical technician tester therapist third trader trainer treasurer trustee tutor underwriter unknown vet vice vp warehouseman \
         woman writer two three four five six seven eight nine ten several",
        word,
    )
}

/// Behind a comma, what is no part of a role and has a capital is taken for a name.
pub(super) fn is_name_word(word: &str) -> bool {
    !is_role(word)
        && !is_little(word)
        && !is_legal(word)
        && !is_company_word(word)
        && !is_title(word)
        && !has(
            "account accounting acquisition admin administration africa america analysis asia backend brand clinical commercial community \
             compliance content corporate creative culture customer cybersecurity delivery department editor editorial emea enablement \
             europe events field frontend growth infrastructure it jr learning london nurse nursing pe platform pm portfolio procurement \
             production quality regional relations reliability revenue risk safety service sr sre strategy success support sustainability \
             teacher testing uk us ux writer writing york phd mba",
            word,
        )
}

/// Ordinary words that are also names of people. In small letters they are only words.
pub(super) fn is_ordinary(word: &str) -> bool {
    is_company_word(word)
        || has(
            "abbot amber angel april archer art august autumn baker ball banks barber bay bell berry best bill bird bishop black blank blue \
             bolt bond book brand brave bridge bridges bright brook brooks brown buck bull burn burns bush butler call camp carter case cash \
             chamber chambers chance chase chip christian church clay cloud cole comfort constable cook cooper cope cotton cox crane crow cross \
             cruz daisy dale daly dawn day dean dear destiny dick drake drew dyer earl eve ever fair faith farmer field fields finch fisher \
             flood flora flower flowers ford forest foster fox frank free french frost gail gale gardener garland gates gene gentle glass \
             glen gold golden good grace grant gray green grey grove guy hale hall hand hands happy harmony hart haven hawk hay hazel heath \
             heather hill hills holder holly honor hood hope horn hunt hunter iris ivy jack jade jasmine jay jean jewel join joiner joy \
             judge june justice keen key kind king kit knight lake lamb lance lane large lark laurel law lee liberty light lily lima little \
             lock long love low loyal luck lucky major mark marsh marshall mason master masters may meadow mercy merit merry miles mill \
             miller mills mind moody moon moor myrtle nail nice nick nightingale noble noon north norm oak olive page parish park parker \
             parks pat patience peace pearl penny pepper perry pierce pike piper plant poe pollard pond poole poor pope porter post potter power \
             powers price pride prince proud pure quick queen quill rain randy ray read reader reed reeves rice rich rivers rob robin rock \
             rod root rose rowan ruby rush sage salt sand sands sandy savage savior scout self sells serene shade sharp shepherd short silver \
             singer skill skip sky sloe small smart smith snow sparks spear speed spring star stark steel sterling stern still stock stone \
             storm story strange street strong sue summer summers sunny swan sweet tailor tanner taylor teller temple thorn tower train \
             trace tracy true tucker turner tyler valley vale vance victor vine violet wade walker wall ward warden waters way weaver weeks \
             wells west wild will willow wills wind wing winter wise wolf wood woods worth wren wright yard york young",
            word,
        )
}

fn has(words: &str, word: &str) -> bool {
    words.split(' ').any(|other| other == word)
}
