/** What a project document names itself in its first member. */
export const PROJECT_FORMAT = 'synoptic-project'
