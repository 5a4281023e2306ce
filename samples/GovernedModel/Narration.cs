using System.Globalization;
using Mlops.Registry;
using Mlops.Registry.Policies;

namespace GovernedModel;

/// <summary>Tells on the console who does what, in lines of at most 100 characters.</summary>
internal static class Narration
{
    private const int Width = 100;
    private const int Column = 10;

    public static void Chapter(DateTimeOffset at, string title)
    {
        Console.WriteLine();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{at:d MMMM yyyy}: {title}"));
        Console.WriteLine(new string('-', Width));
    }

    public static void Tell(string who, string what) => Write(who, what);

    /// <summary>Tells that somebody was refused, and by which rules.</summary>
    public static void Refused(string who, string what, RegistryException refusal)
    {
        Write(who, $"{what}: REFUSED.");
        if (refusal is PolicyRefusedException { Decision: { } decision })
        {
            Rules(decision);
        }
        else
        {
            Write("", refusal.Message);
        }
    }

    /// <summary>Tells which enforced rules are not met.</summary>
    public static void Rules(PolicyDecision decision)
    {
        foreach (var rule in decision.Unmet(RuleMode.Enforce))
        {
            Write("", $"- {rule.Rule}: {rule.Message}", hang: 2);
        }
    }

    private static void Write(string who, string text, int hang = 0)
    {
        var line = who.PadRight(Column);
        var start = Column;
        foreach (var word in text.Split(' '))
        {
            if (line.Length > start && line.Length + 1 + word.Length > Width)
            {
                Console.WriteLine(line);
                start = Column + hang;
                line = new string(' ', start);
            }

            line += line.Length > start ? " " + word : word;
        }

        Console.WriteLine(line);
    }
}
