namespace Mlops.Reporting.Checks;

/// <summary>A result that can say itself as a list of checks, for the tools that collect the results of tests and analyses.</summary>
public interface ICheckReport
{
    /// <summary>Turns the result into checks; <see cref="Rendering.CheckRenderer"/> makes JUnit XML or SARIF of them.</summary>
    /// <returns>The suite; the same result gives the same checks in the same order.</returns>
    CheckSuite ToChecks();
}
