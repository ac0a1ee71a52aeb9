// First names that tell how a person is spoken of, and that a name is a person's. Common ones of many languages; names that are as
// often the other's are left out.
import { words } from "./word-lists.ts";

export const femaleNames = words(
  "Ada Adele Agatha Agnes Aisha Alexandra Alice Alicia Alina Alison Amanda Amara Amelia Amina Amy Ana Anastasia Angela Angelika Anita Anja Anna Anne " +
    "Annette Antonia April Asha Audrey Aung Ava Ayesha Barbara Beatrice Beatriz Becky Bella Bernadette Beth Betty Beverly Bianca Birgit Bonnie Brenda " +
    "Bridget Brigitte Camila Carla Carmen Carol Caroline Carolyn Catherine Cecilia Celia Chantal Charlotte Chelsea Cheryl Chloe Christina Christine Cindy " +
    "Clara Claire Claudia Colette Cora Cristina Cynthia Daisy Dana Daniela Danielle Daria Dawn Deborah Debbie Deepa Denise Diana Diane Dolores Donna Dora " +
    "Doris Dorothy Edith Eileen Elaine Elena Eleanor Elisabeth Elise Eliza Elizabeth Ella Ellen Elsa Emily Emma Erica Erika Erin Esther Eva Eve Evelyn " +
    "Faith Farida Fatima Fiona Flora Florence Folake Frances Francesca Franziska Freya Gabriela Gabrielle Gail Georgia Geraldine Gina Giulia Giorgia Gisela Gladys " +
    "Gloria Grace Greta Gwen Hadiza Halina Hannah Harriet Heather Heidi Helen Helena Helene Hilary Hillary Holly Ida Imogen Ines Inés Inge Ingrid Irena Irene Irina " +
    "Iris Isabel Isabella Ivana Jackie Jacqueline Jane Janet Janice Jasmine Jean Jeanne Jennifer Jenny Jessica Jill Joan Joanna Jocelyn Johanna Josephine Joy " +
    "Joyce Juanita Judith Judy Julia Juliana Julie Juliet June Kamala Karen Karin Karoline Kate Katherine Kathleen Kathryn Kathy Katie Katja Kayla Keiko " +
    "Kim Kirsten Kristen Kristina Lara Laura Lauren Leila Lena Leonie Leslie Leticia Lidia Lili Lily Linda Lindsay Linh Lisa Liv Lois Lola Loretta Lorraine Louise Lucia " +
    "Lucille Lucy Luisa Lydia Lynn Madeleine Maggie Mairi Malala Mara Marcia Margaret Margarita Maria María Marie Marianne Marilyn Marina Marion Marjorie Marlene Marta " +
    "Martha Martina Mary Matilda Maureen Maya Megan Mei Melanie Melissa Mercedes Mia Michelle Mildred Miriam Mona Monica Monika Nadia Nancy Naomi Natalia " +
    "Natalie Natasha Ngozi Nicola Nicole Nina Nora Norma Olga Olivia Olena Paola Patricia Paula Pauline Peggy Penelope Penny Petra Philippa Phyllis Pilar Priya Rachel " +
    "Ramona Raquel Rebecca Regina Regula Renata Rita Roberta Rosa Rosalind Rose Rosemary Roxana Ruth Sabine Sally Samantha Sandra Sara Sarah Selma Shannon Sharon Sheila " +
    "Shirley Silvia Simone Sofia Sonia Sonja Sophia Sophie Stacey Stella Stephanie Sue Susan Susanne Suzanne Svetlana Sylvia Tamara Tania Tara Tatiana Teresa " +
    "Tessa Theresa Tina Tracy Ulrike Ursula Valentina Valerie Vanessa Vera Veronica Victoria Viktoria Violet Virginia Vivian Wanda Wendy Xiomara Yasmin Yolanda Yuki " +
    "Yulia Yvonne Zara Zoe Judit Kelly Bex Becca Liz Meg Dee Cat Kat",
);

export const maleNames = words(
  "Aaron Abdul Abdullah Abraham Adam Adrian Ahmed Alan Albert Alejandro Aleksandr Alex Alexander Alexei Alfred Ali Allen Álvaro Amir Amit Anders Andre Andreas " +
    "Andrei Andrew Andrzej Anil Angus Ansel Anthony Antoine Anton Antonio Archie Arjun Arnold Arthur Arturo Ashok Bart Ben Benedict Benjamin Bernard Bernd Bernie Bill Björn Bob Boris " +
    "Brad Brandon Brendan Brent Brett Brian Bruce Bruno Bryan Byron Callum Calvin Cameron Carl Carlos Cedric Cesar Charles Charlie Chester Christian Christoph Christopher " +
    "Chuck Clark Claude Clifford Clive Colin Conor Craig Curtis Cyril Dale Damian Damien Daniel Dario Darren Darryl Dave David Dean Dennis Derek Dex Diego " +
    "Dieter Dimitri Dirk Dmitri Dmitry Dominic Don Donal Donald Doug Douglas Duncan Dustin Dwight Eamon Earl Ed Eddie Edgar Eduardo Edward Edwin Elias Elliot Emil Emilio Emmanuel Enrique " +
    "Eric Erik Ernest Ernesto Erwin Esteban Ethan Eugene Evan Fabian Felipe Felix Ferdinand Fergus Fernando Filip Floyd Francesco Francis Francisco Frank François Franz Fred " +
    "Frederick Friedrich Gabriel Gareth Gary Gavin Geoff Geoffrey George Georg Gerald Gerard Gerhard Gilbert Giovanni Giuseppe Glen Glenn Gordon Graham Greg Gregory " +
    "Guillermo Günter Gustavo Hans Harold Harry Harvey Hassan Hector Heinrich Helmut Hendrik Henri Henrik Henry Herbert Herman Hiroshi Horst Howard Hubert Hugh Hugo Hussein " +
    "Ian Ibrahim Igor Ignacio Ilya Immanuel Isaac Ismail István Ivan Jack Jacob Jacques Jaime Jake Jakob Jamal James Jan Jared Jason Javier Jeff Jeffrey Jens Jeremy Jerome Jerry Jesse " +
    "Jesús Jim Jimmy Joachim Joe Joel Johan Johannes John Johnny Jonas Jonathan Jorge José Joseph Josh Joshua Joss Juan Juergen Jürgen Julian Julio Julius Junior Justin Kai Karl " +
    "Keith Ken Kenneth Kevin Khalid Klaus Konrad Kurt Kyle Lamar Lance Larry Lars László Laurence Lawrence Lee Leo Leon Leonard Leopold Lewis Liam Lloyd Lorenzo Louis Luca Lucas Ludwig " +
    "Luigi Luis Lukas Luke Magnus Malcolm Manfred Manuel Marc Marcel Marco Marcos Marcus Mariano Mario Mark Markus Martin Marvin Massimo Mathieu Matt Matteo Matthew Matthias Maurice Max Maximilian " +
    "Michael Michel Miguel Mike Mikhail Miklós Milan Mitch Mohamed Mohammed Mohammad Muhammad Mustafa Narendra Nasser Nathan Neil Nicholas Nick Nicolas Nigel Nikolai Noah Noel Norbert Norman Oleg Oleksandr " +
    "Oleksii Oleksiy Oliver Omar Oscar Oskar Otto Ove Owen Pablo Paolo Pascal Patrick Paul Pavel Pedro Percy Pete Peter Phil Philip Philipp Pierre Piet Piotr Rafael Rahul Raj Rajesh Ralph Ramon Randy Raphael Rashid " +
    "Raúl Ravi Ray Raymond Reinhard Rene René Ricardo Richard Rick Rob Robert Roberto Rodney Rodrigo Roger Roland Rolf Roman Ron Ronald Rory Ross Roy Rudolf Rupert Russell Ryan Sajid Salvatore Salman Sam " +
    "Samuel Sanjay Sani Santiago Saul Scott Sean Sebastian Serge Sergei Sergey Sergio Shane Shaun Sidney Sigmund Simon Stanislav Stanley Stefan Stephan Stephen Steve Steven Stuart Sven Tariq Ted Terence Terry Theo " +
    "Theodore Thomas Tiago Tim Timothy Tobias Toby Todd Tom Tomás Tomas Tommy Toni Tony Travis Trevor Tyler Ulrich Uwe Václav Vern Vernon Victor Viktor Vincent Vincenzo Vittorio Vladimir Volodymyr Walter Warren Wayne " +
    "Werner Wes Wilhelm Will William Winston Wolfgang Xavier Yanis Yusuf Yuri Zachary Zoltán Josip Cole Gerard Graeme Hamish Seamus Niall Rhys",
);
