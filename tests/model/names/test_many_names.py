"""All common names against one another: near neighbours must stay apart in every script."""

from __future__ import annotations

from itertools import combinations

from khiva_notes.model.names import LIKELY, likeness
from khiva_notes.model.names.listed import listed

NAMES = sorted(
    listed("""
Muhammad Mahmud Ahmad Hamid Hamdam Ali Vali Alim Adil Islam Aslam Salim Salam Salih Said Asad Rahim
Rahman Rahmat Karim Karam Akram Ikram Amin Iman Imam Aman Yaman Abdulla Abdurahman Abdurahim
Abdulaziz Abdulkarim Abdulhamid Abdullatif Abdurashid Hasan Husayn Hashim Haydar Usman Umar Anvar
Akbar Ibrahim Ismail Ishaq Yusuf Yunus Yaqub Yahya Musa Davud Davlat Davran Sulaiman Salman Jamal
Jamil Jalal Jabbar Kamal Kamil Qasim Nasir Nadir Nazar Nazir Nazim Nizam Nasrulla Nurulla Nurali
Murad Mumin Munis Murtaza Mustafa Rashid Rasul Rustam Hakim Halim Hatim Habib Habibulla Hamidulla
Latif Lutfi Lutfulla Aziz Azim Azam Azad Mansur Masud Maruf Niyaz Ayaz Tahir Zahir Zuhur Bahir Mahir
Temur Iskandar Shukur Shakir Sabir Sharif Shamil Shahrukh Sherali Sherzad Behzad Farhad Farid
Farrukh Fazil Fayzulla Fazlulla Feruz Firuza Ghani Ghafur Ghulam Jafar Safar Zafar Jurabek Otabek
Ulugbek Allaquli Rahimquli Imamquli Allabergan Khudaybergan Ataniyaz Matniyaz Matmurad Matyaqub
Palvan Polvonniyoz Junaid Jamshid Eshim Asfandiyar Avaz Bayram Bahram Babur Babajan Bekniyaz Eltuzar
Shirghazi Abulgazi Anush Arab Dost Durdi Berdi Kurban Orazberdi Meret Nepes Tachmurad Kakajan Hamza
Hafiz Hanif Rauf Rajab Ramazan Sattar Siddiq Tursun Turgun Toxta Umid Vahid Vafo Zaki Ziyo Zokir
Bakir Boqi
""")
)
SURNAMES = sorted(
    listed("""
Ivanov Ivanin Petrov Pavlov Popov Panov Panin Sidorov Fedorov Semenov Simonov Smirnov Sokolov Skalov
Kolesov Kolosov Kozlov Kuznetsov Kuzmin Romanov Rahmanov Ramazanov Karimov Karamov Yusupov Yunusov
Aminov Alimov Salimov Salihov Nazarov Nosirov Nikolaev Nikolsky Nikitin Orlov Orlovsky Volkov Belkov
Belov Bulov Morozov Mirzoev Markov Makarov Maslov Lebedev Lavrov Larin Levin Lvov Zaitsev Zotov
Titov Tarasov Trotsky Troitsky Troyanov Frunze Frolov Khristoforov Sherbakov Shaidakov Shchedrin
Shadrin Kuropatkin Kaufman Kuibyshev Kobozev Kolchak Kornilov Krylov Kirov Kerensky Kamenev Kamensky
""")
)
ARABIC = {
    "محمد": "Muhammad", "محمود": "Mahmud", "احمد": "Ahmad", "حمید": "Hamid", "حسن": "Hasan",
    "حسین": "Husayn", "علی": "Ali", "ولی": "Vali", "علیم": "Alim", "کریم": "Karim",
    "اکرم": "Akram", "رحیم": "Rahim", "رحمن": "Rahman", "امین": "Amin", "سلیم": "Salim",
    "سلام": "Salam", "صالح": "Salih", "عبدالله": "Abdullah", "عبدالرحمن": "Abdurrahman",
    "عبدالرحیم": "Abdurrahim", "عبدالکریم": "Abdulkarim", "عبدالعزیز": "Abdulaziz", "عمر": "Umar",
    "عثمان": "Usman", "یوسف": "Yusuf", "یونس": "Yunus", "یعقوب": "Yaqub", "جمال": "Jamal",
    "جمیل": "Jamil", "جلال": "Jalal", "جنید": "Junaid", "کمال": "Kamal", "کامل": "Kamil",
    "ناصر": "Nasir", "نظر": "Nazar", "نادر": "Nadir", "مراد": "Murad", "رشید": "Rashid",
    "رسول": "Rasul", "رستم": "Rustam", "حکیم": "Hakim", "حلیم": "Halim", "حبیب": "Habib",
    "لطیف": "Latif", "عزیز": "Aziz", "عظیم": "Azim", "منصور": "Mansur", "مسعود": "Masud",
    "طاهر": "Tahir", "ظاهر": "Zahir", "شاکر": "Shakir", "شریف": "Sharif", "قاسم": "Qasim",
    "هاشم": "Hashim", "اسفندیار": "Asfandiyar", "تیمور": "Timur", "بابر": "Babur",
    "اسکندر": "Iskandar", "ابراهیم": "Ibrahim", "اسماعیل": "Ismail", "سلیمان": "Sulaiman",
    "داود": "Davud", "موسی": "Musa", "عیسی": "Isa", "مصطفی": "Mustafa", "نیاز": "Niyaz",
    "دولت": "Davlat", "اسحاق": "Ishaq", "غلام": "Ghulam", "خیوه": "Khiva", "خوارزم": "Khorezm",
    "بخارا": "Bukhara", "سمرقند": "Samarkand", "تاشکند": "Tashkent", "ترکستان": "Turkestan",
    "ترکمن": "Turkmen", "ایران": "Iran", "اوزبک": "Uzbek",
}  # fmt: skip


def alike(a: str, b: str) -> bool:
    return likeness(a, b).score >= LIKELY


def test_no_given_name_is_taken_for_another() -> None:
    assert [(a, b) for a, b in combinations(NAMES, 2) if alike(a, b)] == []


def test_no_surname_is_taken_for_another() -> None:
    assert [(a, b) for a, b in combinations(SURNAMES, 2) if alike(a, b)] == []


def test_no_arabic_name_is_taken_for_another() -> None:
    assert [(a, b) for a, b in combinations(ARABIC, 2) if alike(a, b)] == []


def test_every_arabic_name_meets_its_latin_form_and_no_other() -> None:
    wrong = [
        (arabic, latin)
        for arabic, right in ARABIC.items()
        for latin in ARABIC.values()
        if alike(arabic, latin) != (latin == right)
    ]
    assert wrong == []
