using System.Text;
using Mlops.Reporting.Checks;
using Mlops.Reporting.Rendering.JUnit;
using Mlops.Reporting.Rendering.Sarif;
using Mlops.Serialization;

namespace Mlops.Reporting.Rendering;

/// <summary>Renders checks for the tools that collect results of tests and analyses: build servers and code hosts.</summary>
/// <remarks>
/// Pure functions: the same suite gives the same bytes, without times and hosts. All text is taken as plain text: control
/// characters, lone surrogates and controls that reorder text become U+FFFD, so that the files are valid whatever the data hold.
/// </remarks>
public static class CheckRenderer
{
    /// <summary>JUnit XML, as build servers read it: a test suite for each group, a test case for each check.</summary>
    /// <param name="suite">The checks.</param>
    /// <param name="options">What becomes of inconclusive checks; <see langword="null"/> for the defaults.</param>
    /// <returns>A document in UTF-8's characters, with <c>\n</c> at line ends.</returns>
    /// <remarks>
    /// A failed check is a <c>failure</c> of type <c>Fail</c>. Message, details and numbers of the others are their
    /// <c>system-out</c>. Every <c>time</c> is 0. A case's class is the suite's name and the group's with a point between them.
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="suite"/> is <see langword="null"/>.</exception>
    public static string ToJUnit(this CheckSuite suite, JUnitOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(suite);
        return Encoding.UTF8.GetString(JUnitRenderer.Render(suite, options ?? JUnitOptions.Default));
    }

    /// <summary>SARIF 2.1.0, as code hosts and editors read it: a rule for each question, a result for each check that did not pass.</summary>
    /// <param name="suite">The checks.</param>
    /// <param name="options">Whether passed checks are written; <see langword="null"/> for the defaults.</param>
    /// <returns>A JSON document with <c>\n</c> at line ends.</returns>
    /// <remarks>
    /// Fail is an <c>error</c>, Inconclusive a <c>warning</c>. A result's fingerprint is made of rule, group and name, so that a
    /// code host takes the same check of the next run for the same alert, whatever its numbers. GitHub's code scanning demands a
    /// location of every result: give the suite one.
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="suite"/> is <see langword="null"/>.</exception>
    public static string ToSarif(this CheckSuite suite, SarifOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(suite);
        return Encoding.UTF8.GetString(SarifRenderer.Render(suite, options ?? SarifOptions.Default));
    }

    /// <summary>Writes <see cref="ToJUnit"/> to a file, in UTF-8 without a byte order mark.</summary>
    /// <param name="suite">The checks.</param>
    /// <param name="path">The file, in a directory that exists; a file that is there is replaced, at once and as a whole.</param>
    /// <param name="options">What becomes of inconclusive checks; <see langword="null"/> for the defaults.</param>
    /// <exception cref="ArgumentNullException"><paramref name="suite"/> or <paramref name="path"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="path"/> is empty.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void SaveJUnit(this CheckSuite suite, string path, JUnitOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(suite);
        ArgumentException.ThrowIfNullOrEmpty(path);
        AtomicFile.WriteAllBytes(path, JUnitRenderer.Render(suite, options ?? JUnitOptions.Default));
    }

    /// <summary>Writes <see cref="ToSarif"/> to a file, in UTF-8 without a byte order mark.</summary>
    /// <param name="suite">The checks.</param>
    /// <param name="path">The file, in a directory that exists; a file that is there is replaced, at once and as a whole.</param>
    /// <param name="options">Whether passed checks are written; <see langword="null"/> for the defaults.</param>
    /// <exception cref="ArgumentNullException"><paramref name="suite"/> or <paramref name="path"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="path"/> is empty.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void SaveSarif(this CheckSuite suite, string path, SarifOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(suite);
        ArgumentException.ThrowIfNullOrEmpty(path);
        AtomicFile.WriteAllBytes(path, SarifRenderer.Render(suite, options ?? SarifOptions.Default));
    }
}
