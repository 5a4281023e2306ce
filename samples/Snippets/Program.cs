using System.Globalization;
using System.Reflection;
using Snippets;

// Runs the code of the documents in a temporary folder and compares what it prints with what they say.
// With --update, the documents get the code and the output as they are.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var documents = Markdown.Find(Checkout.Root);
var isUpdate = args is ["--update"];
var printed = new Dictionary<string, string>();
var wrong = 0;

foreach (var (name, run) in Find())
{
    printed[name] = Sandbox.Run(run);
    var said = documents.SelectMany(document => document.OutputsOf(name)).ToList();
    Console.WriteLine($"{name}: {(said.Count > 0 ? "printed" : "ran")}");
    foreach (var output in said.Where(output => !isUpdate && output != printed[name]))
    {
        wrong++;
        Console.Error.WriteLine($"{name} prints\n{printed[name]}and its document says\n{output}");
    }
}

foreach (var document in isUpdate ? documents : [])
{
    document.Update(printed);
    document.Save();
}

Console.WriteLine($"{printed.Count} snippets ran; {wrong} printed something other than their document says");
return wrong == 0 ? 0 : 1;

// Every public method of the classes in Snippets.Documents holds the snippet of its name.
static IEnumerable<(string Name, Action Run)> Find() =>
    from type in Assembly.GetExecutingAssembly().GetTypes()
    where type.Namespace == "Snippets.Documents" && !type.IsNested
    orderby type.Name
    from method in type.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.DeclaredOnly)
    where method.GetParameters().Length == 0
    orderby type.Name, method.MetadataToken
    select ($"{type.Name}/{method.Name}", ToAction(method));

static Action ToAction(MethodInfo method) =>
    method.ReturnType == typeof(Task)
        ? () => method.CreateDelegate<Func<Task>>()().GetAwaiter().GetResult()
        : method.CreateDelegate<Action>();
