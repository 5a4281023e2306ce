using System.Globalization;

namespace Mlops.Registry.Soak;

/// <summary>What was measured, each with what was asked for.</summary>
internal sealed class Table(string title)
{
    private readonly List<(string Name, string Value, string Asked)> _rows = [];

    public void Add(string name, long value, string asked = "") =>
        _rows.Add((name, value.ToString("N0", CultureInfo.InvariantCulture), asked));

    public void Add(string name, double value, string asked = "") =>
        _rows.Add((name, value.ToString("N2", CultureInfo.InvariantCulture), asked));

    /// <summary>Prints the table and the faults.</summary>
    /// <returns>The exit status: 1 when there are faults.</returns>
    public int Print(IReadOnlyList<string> faults)
    {
        Console.WriteLine(title);
        foreach (var (name, value, asked) in _rows)
        {
            Console.WriteLine($"  {name, -66} {value, 12}  {asked}".TrimEnd());
        }

        Console.WriteLine(faults.Count == 0 ? "  no faults" : $"  {faults.Count} FAULTS");
        foreach (var fault in faults.Take(20))
        {
            Console.WriteLine($"    {fault}");
        }

        return faults.Count == 0 ? 0 : 1;
    }
}
