using System.Globalization;

namespace Mlops.Registry.Soak;

/// <summary>That a change was acknowledged to a writer.</summary>
/// <param name="Change">The change's own name, which stands in its entry: <c>w0-1.17</c>.</param>
/// <param name="Operation">What it was; <c>unknown</c> when the store could not say whether it was done.</param>
/// <param name="Record">The record that it changed: <c>Version credit@7</c>.</param>
/// <param name="Revision">The revision that it gave the record.</param>
internal sealed record Acknowledgement(string Change, string Operation, string Record, long Revision)
{
    public const string Unknown = "unknown";

    public string Writer => WriterOf(Change);

    public static string WriterOf(string change) => change[..change.LastIndexOf('.')];

    public static Acknowledgement Parse(string line)
    {
        var parts = line.Split('\t');
        return new(parts[0], parts[1], parts[2], long.Parse(parts[3], CultureInfo.InvariantCulture));
    }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Change}\t{Operation}\t{Record}\t{Revision}");
}
