using System.Text;

namespace Mlops.Registry.Artifacts;

/// <summary>The rules for the name of a file within a model, and the order of such names.</summary>
internal static class ArtifactName
{
    /// <summary>Refuses a name that could lead out of the model's folder, or that means different files on different systems.</summary>
    /// <exception cref="ArgumentException">The message says what is wrong with the name.</exception>
    public static void ThrowIfInvalid(string name, string parameter)
    {
        ArgumentNullException.ThrowIfNull(name, parameter);
        if (Problem(name) is { } problem)
        {
            throw new ArgumentException(
                $"'{Shown(name)}' is no name of an artifact: {problem} A relative path with '/' is wanted, such as 'weights/layer0.bin'.",
                parameter
            );
        }
    }

    /// <summary>Compares two names segment by segment, each by Unicode code points, as Python orders its paths.</summary>
    public static int Compare(string left, string right)
    {
        var leftRest = left.AsSpan();
        var rightRest = right.AsSpan();
        while (true)
        {
            var leftEnd = leftRest.IndexOf('/');
            var rightEnd = rightRest.IndexOf('/');
            var order = CompareCodePoints(
                leftEnd < 0 ? leftRest : leftRest[..leftEnd],
                rightEnd < 0 ? rightRest : rightRest[..rightEnd]
            );
            if (order != 0 || leftEnd < 0 || rightEnd < 0)
            {
                // After equal segments the path that has no more of them comes first.
                return order != 0 ? order : (leftEnd < 0 ? 0 : 1) - (rightEnd < 0 ? 0 : 1);
            }

            leftRest = leftRest[(leftEnd + 1)..];
            rightRest = rightRest[(rightEnd + 1)..];
        }
    }

    /// <summary>Two names of which a file system may make one: some store names in Unicode normal form.</summary>
    public static string Folded(string name) => name.Normalize(NormalizationForm.FormC);

    private static string? Problem(string name)
    {
        if (name.Length == 0)
        {
            return "it is empty.";
        }

        if (name.Contains('\\'))
        {
            return "it has a backslash, which parts folders on one system and not on another.";
        }

        if (name[0] == '/' || (name.Length > 1 && name[1] == ':' && char.IsAsciiLetter(name[0])))
        {
            return "it is rooted.";
        }

        if (name.Any(char.IsControl))
        {
            return "it has a control character.";
        }

        if (HasLoneSurrogate(name))
        {
            return "it is not valid Unicode.";
        }

        foreach (var segment in name.Split('/'))
        {
            if (segment is "" or "." or "..")
            {
                return segment.Length == 0 ? "a segment is empty." : $"it has the segment '{segment}'.";
            }
        }

        return null;
    }

    private static bool HasLoneSurrogate(string name)
    {
        for (var rest = name.AsSpan(); !rest.IsEmpty; )
        {
            if (Rune.DecodeFromUtf16(rest, out _, out var length) != System.Buffers.OperationStatus.Done)
            {
                return true;
            }

            rest = rest[length..];
        }

        return false;
    }

    // Ordinal comparison goes by UTF-16 code units, where U+10000 and beyond come before U+E000.
    private static int CompareCodePoints(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        var common = left.CommonPrefixLength(right);
        if (common == left.Length || common == right.Length)
        {
            return left.Length - right.Length;
        }

        var (a, b) = (left[common], right[common]);
        return char.IsSurrogate(a) == char.IsSurrogate(b) ? a - b : (char.IsSurrogate(a) ? 1 : -1);
    }

    private static string Shown(string name) =>
        string.Concat(name.Take(80).Select(c => char.IsControl(c) || char.IsSurrogate(c) ? '\uFFFD' : c));
}
