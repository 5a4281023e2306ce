using System.Text;

namespace Mlops.Registry.Testing.Cases;

/// <summary>Compares texts by their bytes in UTF-8, which is the order of their code points.</summary>
internal sealed class Utf8Comparer : IComparer<string>
{
    public static Utf8Comparer Instance { get; } = new();

    public int Compare(string? x, string? y) =>
        Encoding.UTF8.GetBytes(x ?? "").AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(y ?? ""));
}
