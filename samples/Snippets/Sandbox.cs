using System.Globalization;
using System.Text;

namespace Snippets;

/// <summary>A folder of its own for each snippet, with the files that the documents speak of.</summary>
internal static class Sandbox
{
    /// <summary>Runs a snippet in a new folder that is the current one, and returns what it printed.</summary>
    public static string Run(Action snippet)
    {
        var folder = Directory.CreateTempSubdirectory("mlops-snippets-");
        var home = Environment.CurrentDirectory;
        var console = Console.Out;
        using var printed = new StringWriter { NewLine = "\n" };
        try
        {
            Environment.CurrentDirectory = folder.FullName;
            foreach (var file in new[] { "chicago_ridership.csv", "credit_scoring.csv", "telco_churn.csv" })
            {
                File.Copy(Path.Combine(Checkout.Data, file), Path.Combine(folder.FullName, file));
            }

            Write("reference.csv", shift: 0);
            Write("january.csv", shift: 0);
            Write("current.csv", shift: 0.5);
            Console.SetOut(printed);
            snippet();
        }
        finally
        {
            Console.SetOut(console);
            Environment.ExitCode = 0;
            Environment.CurrentDirectory = home;
            folder.Delete(recursive: true);
        }

        return printed.ToString();
    }

    // Evenly spread without a generator: the fractional parts of multiples of the golden ratio.
    private static void Write(string file, double shift)
    {
        var text = new StringBuilder("income,plan,churn\n");
        for (var i = 1; i <= 4000; i++)
        {
            var income = 1000 * ((i * 0.6180339887498949 % 1) + shift);
            text.Append(
                CultureInfo.InvariantCulture,
                $"{income:F2},{(i % 3 == 0 ? "basic" : "full")},{(i % 7 == 0 ? "yes" : "no")}\n"
            );
        }

        File.WriteAllText(file, text.ToString());
    }
}
