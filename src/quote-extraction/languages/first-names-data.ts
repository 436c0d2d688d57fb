/** Common first names of people in the news, many languages, lower case and without accents, by the gender they mostly go with. */
export const MALE_FIRST_NAMES =
  'aaron abdul abdullah abraham adam adrian ahmad ahmed alan albert alberto aldo alejandro aleksander alessandro alexander alexei alfred ali allan amir anders andre andrea ' +
  'andreas andrei andres andrew angelo angus anthony anton antonio archie ari arjun arne arnold artem arthur asif augusto axel barack barry bashar ' +
  'bartholomew ben benjamin benoit bernard bernd bernie bilal bill bjorn bob boris bram brad brian bruce bruno carl carlo carlos cesar charles charlie chen chris christian ' +
  'christoph christopher claude claudio clement clive colin colm conor craig cristiano cyril damian dan daniel danilo dario darren dave david davor dean denis dennis derek ' +
  'desmond diego dieter dimitri dirk dmitri dominic don donald douglas duncan dylan eamon ed eddie edgar edmund eduardo edward edwin elias emil emilio emmanuel enrico enrique ' +
  'enver eric erik ernest ernesto ethan eugene evan fabian fabio faisal farid felipe felix ferdinand fernando fidel filip florian francesco francis francisco ' +
  'franco francois frank frans fred frederic frederick friedrich fritz gabriel gareth gary gavin george georg georges gerald gerard gerhard gianni gilbert giorgio giovanni ' +
  'giulio giuseppe glenn gordon graham greg gregor gregory guido guillaume gunter gustav guy hamid hamish hans harald harold harry hasan hassan hector heinrich helmut ' +
  'hendrik henri henrik henry herbert herman hiroshi howard hugh hugo hussein ian ibrahim igor imran ivan ivo jack jacob jacques jaime jake jakob jamal james jan jared jason ' +
  'javier jay jean jeff jeffrey jens jeremy jerome jerry jesse jesus jim jimmy jiri joachim joao joe joel johan johann johannes john johnny jon jonas jonathan jordan jorge jose ' +
  'josef joseph josh joshua juan julian julio jurgen justin kamal karim karl kazuo keith ken kenji kenneth kevin khaled khalid kim klaus konrad kurt kwame kyle lars laurent lee ' +
  'leo leon leonard leonardo lewis liam lionel lorenzo louis luc luca lucas ludo ludovic luigi luis lukas luke magnus mahmoud malcolm manuel marc marcel marcelo marco marcus mario ' +
  'mark markus martin mateo mathias matt matteo matthew matthias maurice mauro max maxim mehmet michael michel miguel mike mikhail milan milos mohamed mohammad mohammed moses ' +
  'muhammad mustafa nadir nathan neil nelson nicholas nick nicolas nigel niklas nikolai nils noah noel norman oleg oliver olivier omar oren oscar oskar otto owen pablo paolo pascal ' +
  'patrick patrik paul paulo pavel pedro per pete peter petr philip philippe pierre pietro piotr prakash rafael rahul raj rajesh ralf ralph ramon randy rashid raul ray raymond ' +
  'recep reinhard rene ricardo riccardo richard rick rishi rob robert roberto robin rodrigo roger rohan roland rolf roman ron ronald rory ross roy rudolf rupert ruslan russell ' +
  'ryan sadiq said salman salvatore sam sami samir samuel sandro sanjay santiago scott sean sebastian serge sergei sergey sergio seth shaun shinzo silvio simon stanley ' +
  'stefan stefano stephane stephen steve steven stewart stuart sven takeshi tariq ted terence terry theo theodore thierry thomas tiago tim timothy tobias toby todd tom tomas ' +
  'tommy tony travis trevor tyler umar umberto uwe valentin vasily victor viktor vincent vincenzo vladimir volodymyr walter warren wayne wei werner wilhelm will william willy winston wolfgang ' +
  'xavier yann yannick yasser yuri yusuf yves zoltan suleiman sanjeev ' +
  'andrzej dominik franz hamza kofi moritz olaf rainer ravi rui tomasz ulrich vaclav adebayo babajide bartosz chidi daulet dawid eoin faruk gintaras grzegorz gustaf ikenna jaroslav jorg juha kamau krzysztof kwabena lachlan maciej mateusz njoroge ondrej pawel pieter rustam suresh szymon tendai tunde vikram wojciech yaw zbigniew';

export const FEMALE_FIRST_NAMES =
  'abigail ada adela adele adriana agnes aisha alba alejandra alessandra alexandra alice alicia alina alison alma amal amanda amber amelia amina amira amy ana anastasia andrea angela ' +
  'angelina anita anja ann anna annabel anne annette antonia anya ariana astrid audrey barbara beatrice beatriz bella berta beth betty bianca birgit brenda bridget brigitte camilla ' +
  'carla carmen carol carolina caroline caterina catherine cecilia celia celine charlotte chiara chloe christina christine cindy clara clare claudia colette concha cristina cynthia dagmar daisy dana ' +
  'daniela danielle daphne dawn deborah delphine denise diana diane dilma dolores dominique donna dora doris dorothy edith eileen elaine eleanor elena eleni elisa elisabeth elise elizabeth ella ' +
  'ellen elsa elsie emilia emilie emily emma erica erika esther eva eve eveline fatima fatma felicity fiona florence frances francesca francoise frida gabriela gabriella gabrielle gemma ' +
  'genevieve georgia gertrude gillian gina gisele gloria grace greta gudrun gwen hana hannah harriet hazel heather heidi helen helena helene henrietta hilary hilda hillary holly ida ' +
  'ilaria ilse imogen ines ingrid irena irene irina iris isabel isabella isabelle ivana jacinda jacqueline jane janet janine jasmine jean jeanne jennifer jenny jess jessica jill joan joanna joanne jocelyn ' +
  'josephine joy joyce juana judith judy julia juliana julie june jutta kamala karen karin karina karla kate katharina katherine kathleen kathryn kathy katja katya kelly khadija kirsten kristen kristina ' +
  'lara laura lauren lea leah leila lena leonie leonor lesley leticia leyla lidia lila lilian lily lina linda lisa liz lola lorna louisa louise lucia lucie lucy luisa lydia lynn madeleine maeve ' +
  'magdalena maggie maja malala manuela mara maren margaret margarita margot maria mariam mariana marie marina marion marisa marta martha martina martine mary mathilde maud maureen maya meera megan ' +
  'melanie melissa mercedes mia michaela michele michelle mina mira miranda miriam mirjam molly mona monica monika monique nadia nadine nadja nancy naomi natalia natalie natasha nicola nicole nina nora ' +
  'norma olga olivia orla paloma pamela patricia paula pauline penelope penny petra philippa phoebe pia pilar polly priti priya rachel ramona raquel rebecca regina renata rita roberta rosa rosalind rose rosemary rosie ' +
  'ruth sabine sabrina sadia sally salma samantha samira sandra sara sarah saskia selina serena shakira shannon sharon sheila shirley silvia simone siobhan sofia sonia sonja sophia sophie stefania stella stephanie ' +
  'suella susan susanna susanne suzanne svetlana sylvia sylvie tamara tania tanya tara tatiana teresa tess thea theresa tina tracy trudy ulrike ulla una ursula valentina valeria valerie vanessa vera veronica victoria ' +
  'viola violet virginia vivian wanda wendy wilma xenia yasmin yolanda yvette yvonne zahra zara zeynep zoe zuzana alia aliyah caitlin salome ' +
  'johanna anneliese annika camila catarina constance elif evelyn fatou federica franziska freya gerda gisela giulia gulnara hanna helga ilona jana jolanta katarina klara liv malin marianne mila paola renate tanja yuki zainab zsuzsanna agnieszka aisling amara ananya anneke ayesha beata bronwyn chiamaka deepa dilnoza eilidh femke folake funmilayo gunilla hannelore ifeoma ingeborg jelena kavita krystyna lakshmi liesbeth magda meena mwende ngozi nilufar oksana pooja rehema ruta sigrid silke sinead solveig sunita svenja thandiwe tove wanjiru yetunde zofia';
